package io.zhengxun.standalone.start;

import java.util.List;

/**
 * Something worth knowing for who has just started the system: accounts, look-ups to try. Every bean of this type is
 * printed when all is ready.
 *
 * @param heading in a few words, English and Chinese
 * @param lines printed one below the other
 * @param order smaller comes first
 */
public record Hint(String heading, List<String> lines, int order) {

    public Hint {
        lines = List.copyOf(lines);
    }
}
