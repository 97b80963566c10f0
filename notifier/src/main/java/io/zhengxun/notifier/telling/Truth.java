package io.zhengxun.notifier.telling;

import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.NoticeKind;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Checks right before notices go out whether they are still true (T5). */
public interface Truth {

    /** Each kind of notice has exactly one. */
    Set<NoticeKind> kinds();

    /** By the notice's id, of all of them; reads the database in bulk. */
    Map<Long, Verdict> of(Collection<Notice> notices);

    /**
     * @param holds whether it may go out
     * @param facts as they are now; may differ from those it was written with
     * @param why it does not hold, or what changed; a code, or empty
     */
    record Verdict(boolean holds, Map<String, String> facts, String why) {

        public static Verdict holds(Notice notice) {
            return new Verdict(true, notice.facts(), "");
        }

        public static Verdict changed(Map<String, String> facts, String what) {
            return new Verdict(true, facts, what);
        }

        public static Verdict obsolete(String why) {
            return new Verdict(false, Map.of(), why);
        }
    }
}
