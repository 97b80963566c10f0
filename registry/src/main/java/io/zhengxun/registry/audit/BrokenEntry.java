package io.zhengxun.registry.audit;

import org.springframework.context.MessageSourceResolvable;

/**
 * Where a chain is broken first, and how; its text is the message {@code audit.flaw.<flaw>} of
 * {@code messages/registry}.
 *
 * @param seq the entry's place in its chain; of a broken head the last one that it knows
 */
public record BrokenEntry(int chain, long seq, Flaw flaw) implements MessageSourceResolvable {

    public enum Flaw {
        /** An entry is not the one that was written. */
        CONTENT_CHANGED,
        /** An entry does not follow the one before it: that one was replaced. */
        LINK_BROKEN,
        /** There is no entry where one was. */
        MISSING,
        /** An entry that the chain's end does not know of: it was added, or the end was moved back. */
        SURPLUS,
        /** The chain's end is gone. */
        HEAD_MISSING,
        /** The chain's end is not the last entry's. */
        HEAD_MISMATCH,
        /** The chain's end was not written by the system, or by one with a key that is not configured. */
        STAMP_WRONG,
        /** An entry is not the one that was noted as the chain's end earlier: the chain was set back and continued. */
        REWRITTEN
    }

    @Override
    public String[] getCodes() {
        return new String[] {"audit.flaw." + flaw.name()};
    }

    @Override
    public Object[] getArguments() {
        return new Object[] {String.valueOf(chain), String.valueOf(seq)};
    }
}
