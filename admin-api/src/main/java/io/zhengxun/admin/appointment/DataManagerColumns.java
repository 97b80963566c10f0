package io.zhengxun.admin.appointment;

import io.zhengxun.admin.export.ListSheet.Column;
import java.util.List;

/** The list of data managers as a sheet: the columns of Annex 2. */
final class DataManagerColumns {

    static final List<Column<DataManagerView>> ALL = List.of(
            new Column<>("region", 10, DataManagerView::regionCode),
            new Column<>("unit", 30, view -> view.unit().name()),
            new Column<>("address", 36, view -> view.unit().address()),
            new Column<>("head", 12, view -> view.unit().head()),
            new Column<>("headPhone", 18, view -> view.unit().headPhone()),
            new Column<>("name", 12, DataManagerView::name),
            new Column<>("post", 16, DataManagerView::post),
            new Column<>("office", 18, view -> view.phones().office()),
            new Column<>("mobile", 16, view -> view.phones().mobile()),
            new Column<>("qq", 14, view -> view.phones().qq()),
            new Column<>("publicContact", 24, DataManagerView::publicContact),
            new Column<>("since", 12, DataManagerView::since),
            new Column<>("until", 12, DataManagerView::until),
            new Column<>("remarks", 30, DataManagerView::remarks));

    private DataManagerColumns() {}
}
