package io.zhengxun.admin.faq;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A line of two texts laid side by side. */
@Schema(name = "逐行对比")
record LineDifference(
        @Schema(description = "SAME 未变；REMOVED 删去；ADDED 新增") Kind kind, @Schema(description = "一行文字") String line) {

    enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** What is removed stands before what is added in its place. */
    static List<LineDifference> between(String before, String after) {
        String[] old = before.split("\n", -1);
        String[] now = after.split("\n", -1);
        int[][] shared = shared(old, now);
        Deque<LineDifference> lines = new ArrayDeque<>();
        int i = old.length;
        int j = now.length;
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && old[i - 1].equals(now[j - 1])) {
                lines.addFirst(new LineDifference(Kind.SAME, old[--i]));
                j--;
            } else if (j > 0 && (i == 0 || shared[i][j - 1] >= shared[i - 1][j])) {
                lines.addFirst(new LineDifference(Kind.ADDED, now[--j]));
            } else {
                lines.addFirst(new LineDifference(Kind.REMOVED, old[--i]));
            }
        }
        return List.copyOf(lines);
    }

    /** How many lines the first i and j of the texts have in common, in order; texts have 2,048 bytes at most. */
    private static int[][] shared(String[] old, String[] now) {
        int[][] shared = new int[old.length + 1][now.length + 1];
        for (int i = 1; i <= old.length; i++) {
            for (int j = 1; j <= now.length; j++) {
                shared[i][j] = old[i - 1].equals(now[j - 1])
                        ? shared[i - 1][j - 1] + 1
                        : Math.max(shared[i - 1][j], shared[i][j - 1]);
            }
        }
        return shared;
    }
}
