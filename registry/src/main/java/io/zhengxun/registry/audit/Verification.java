package io.zhengxun.registry.audit;

import java.util.List;

/**
 * What a walk along all chains found.
 *
 * @param entries how many were checked
 * @param broken of each broken chain the first place
 * @param ends of the chains that are intact
 */
public record Verification(int chains, long entries, List<BrokenEntry> broken, List<NotedEnd> ends) {

    public boolean intact() {
        return broken.isEmpty();
    }

    /**
     * How far it is.
     *
     * @param checked entries so far
     * @param expected how many there were at the beginning
     */
    public record Progress(long checked, long expected) {}
}
