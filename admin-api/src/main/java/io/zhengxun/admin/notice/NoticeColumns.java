package io.zhengxun.admin.notice;

import static io.zhengxun.admin.export.ListSheet.label;

import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.admin.notice.NoticeViews.Line;
import java.util.List;
import java.util.function.Function;

/** A list of notices as a sheet. */
final class NoticeColumns {

    static final List<Column<Line>> ALL = List.of(
            shown("id", 10, NoticeView::id),
            new Column<>("created", 20, line -> line.notice().createdAt()),
            shown("kind", 14, NoticeView::kindText),
            shown("to", 16, view -> view.to().name()),
            shown("institution", 36, view -> view.institution() == null ? null : view.institution().name()),
            shown("phone", 18, view -> view.institution() == null ? null : view.institution().phone()),
            new Column<>("aboutKind", 12, line -> line.view().about() == null
                    ? null
                    : label("notice.subject.", line.view().about().kind())),
            shown("about", 22, view -> view.about() == null ? null : view.about().key()),
            shown("state", 22, NoticeView::stateText),
            shown("channel", 18, NoticeView::channelText),
            shown("cause", 34, NoticeView::causeText),
            shown("round", 8, NoticeView::round),
            new Column<>("accepted", 20, line -> line.notice().acceptedAt()),
            new Column<>("delivered", 20, line -> line.notice().deliveredAt()));

    private NoticeColumns() {}

    private static Column<Line> shown(String name, int width, Function<NoticeView, Object> text) {
        return new Column<>(name, width, line -> text.apply(line.view()));
    }
}
