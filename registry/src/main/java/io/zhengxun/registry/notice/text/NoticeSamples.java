package io.zhengxun.registry.notice.text;

import io.zhengxun.registry.notice.NoticeKind;
import java.util.Map;

/** Facts of an invented notice of each kind: for previews and tests. */
public final class NoticeSamples {

    private static final String INSTITUTION = "广州市示例职业培训学校有限公司";
    private static final String CENTRE = "广州市技能中心";

    private NoticeSamples() {}

    public static Map<String, String> of(NoticeKind kind) {
        return switch (kind) {
            case RETURN -> Map.of(
                    "institution", INSTITUTION,
                    "batch", "PC261123-7KQ2MX4T",
                    "return", "TH261123-3FZ8WA5N",
                    "rows", "12",
                    "returnedBy", "CITY",
                    "by", CENTRE,
                    "dueOn", "2026-12-07");
            case DEADLINES -> Map.of(
                    "owner", INSTITUTION,
                    "day", "2026-11-23",
                    "count", "5",
                    "overdue", "1",
                    "soonest", "2026-11-24",
                    "first", "更正市技能中心退回的数据 TH261123-3FZ8WA5N");
            case ESCALATION -> Map.of(
                    "owner", CENTRE,
                    "day", "2026-11-23",
                    "count", "3",
                    "oldest", "2026-11-16",
                    "first", INSTITUTION + "：更正市技能中心退回的数据");
            case SUMMARY -> Map.of(
                    "owner", CENTRE,
                    "day", "2026-11-23",
                    "waiting", "18",
                    "dueSoon", "4",
                    "overdue", "1",
                    "unnotified", "2");
            case PUBLISHED -> Map.of("occupation", "电工", "level", "高级工", "publishedOn", "2026-11-23");
            case RETURNED -> Map.of("occupation", "电工", "level", "高级工", "dueOn", "2026-12-07");
            case ANSWER -> Map.of("number", "RG261123-7KQ2MX4T", "answeredOn", "2026-11-23");
            case COMPLAINT -> Map.of("number", "TS261123-7KQ2MX4T", "stage", "已答复", "day", "2026-11-23");
            case TEST -> Map.of("day", "2026-11-23", "by", CENTRE);
        };
    }
}
