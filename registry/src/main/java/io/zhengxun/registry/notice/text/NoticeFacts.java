package io.zhengxun.registry.notice.text;

import static io.zhengxun.registry.notice.text.NoticeValue.Type.CODE;
import static io.zhengxun.registry.notice.text.NoticeValue.Type.COUNT;
import static io.zhengxun.registry.notice.text.NoticeValue.Type.DAY;
import static io.zhengxun.registry.notice.text.NoticeValue.Type.LAST_DAY;
import static io.zhengxun.registry.notice.text.NoticeValue.Type.PHRASE;
import static io.zhengxun.registry.notice.text.NoticeValue.Type.WORDS;

import io.zhengxun.registry.notice.NoticeKind;
import java.util.List;
import java.util.Map;

/** Which facts each kind of notice tells, in the order in which its wordings take them as arguments. */
public final class NoticeFacts {

    /**
     * A fact.
     *
     * @param optional whether a notice may lack it; a wording then says so
     */
    public record Fact(String name, NoticeValue.Type type, boolean optional) {}

    private NoticeFacts() {}

    /** The facts of a kind. */
    public static List<Fact> of(NoticeKind kind) {
        return switch (kind) {
            case RETURN -> List.of(
                    fact("institution", WORDS),
                    fact("batch", CODE),
                    fact("return", CODE),
                    fact("rows", COUNT),
                    fact("by", WORDS),
                    fact("dueOn", LAST_DAY));
            case DEADLINES -> List.of(
                    fact("owner", WORDS),
                    fact("day", DAY),
                    fact("count", COUNT),
                    fact("overdue", COUNT),
                    fact("soonest", LAST_DAY),
                    fact("first", WORDS));
            case ESCALATION -> List.of(
                    fact("owner", WORDS),
                    fact("day", DAY),
                    fact("count", COUNT),
                    fact("oldest", LAST_DAY),
                    fact("first", WORDS));
            case SUMMARY -> List.of(
                    fact("owner", WORDS),
                    fact("day", DAY),
                    fact("waiting", COUNT),
                    fact("dueSoon", COUNT),
                    fact("overdue", COUNT),
                    fact("unnotified", COUNT));
            case PUBLISHED -> List.of(fact("occupation", WORDS), fact("level", WORDS), fact("publishedOn", DAY));
            case RETURNED -> List.of(
                    fact("occupation", WORDS), fact("level", WORDS), new Fact("dueOn", LAST_DAY, true));
            case ANSWER -> List.of(fact("number", CODE), fact("answeredOn", DAY));
            case COMPLAINT -> List.of(fact("number", CODE), fact("stage", PHRASE), fact("day", DAY));
            case TEST -> List.of(fact("day", DAY), fact("by", WORDS));
        };
    }

    private static Fact fact(String name, NoticeValue.Type type) {
        return new Fact(name, type, false);
    }

    /** What a notice of that kind should have told and cannot: names of facts. Empty for every notice that we write. */
    public static List<String> missing(NoticeKind kind, Map<String, String> facts) {
        return of(kind).stream()
                .filter(fact -> !fact.optional() && NoticeValue.of(fact.type(), facts.get(fact.name())).isMissing())
                .map(Fact::name)
                .toList();
    }
}
