package io.zhengxun.admin.appointment;

import io.zhengxun.admin.export.ListSheet.Column;
import java.util.List;

/** The lists of data managers, with the columns of Annex 2, and of their hand-overs as sheets. */
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

    static final List<Column<HandOverView>> HAND_OVERS = List.of(
            new Column<>("region", 10, HandOverView::regionCode),
            new Column<>("on", 12, HandOverView::handedOverOn),
            new Column<>("predecessor", 16, HandOverView::predecessor),
            new Column<>("predecessorName", 12, HandOverView::predecessorName),
            new Column<>("successor", 16, HandOverView::successor),
            new Column<>("successorName", 12, HandOverView::successorName),
            new Column<>("batches", 14, HandOverView::passedBatches),
            new Column<>("note", 30, HandOverView::note),
            new Column<>("recordedBy", 16, HandOverView::recordedBy),
            new Column<>("recordedOn", 12, HandOverView::recordedOn));

    private DataManagerColumns() {}
}
