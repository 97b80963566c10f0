package io.zhengxun.registry.faq;

import java.time.Instant;
import java.util.Optional;

/**
 * The answer to an intent as staff see it.
 *
 * @param edition counts the changes: a form opened on an older one is refused
 * @param current the version in use
 * @param draft what is being written, not used yet
 * @param changedBy username of who changed it last; null if nobody ever did
 * @param changedAt null if nobody ever did
 */
public record FaqEntry(int edition, FaqVersion current, Optional<Draft> draft, String changedBy, Instant changedAt) {

    public record Draft(String body, String source) {

        /** As the person would be sent it. */
        public String reply() {
            return new FaqText("", 0, body, source).reply();
        }
    }

    /** The text in use. */
    public FaqText published() {
        return current.text();
    }

    public String intentCode() {
        return published().intentCode();
    }
}
