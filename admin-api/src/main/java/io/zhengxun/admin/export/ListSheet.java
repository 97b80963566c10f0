package io.zhengxun.admin.export;

import java.util.List;
import java.util.function.Function;

/**
 * A list as it is to be exported.
 *
 * @param name of its texts: {@code export.<name>} names the file and the sheet
 * @param pages the same pages, paged by the same key, that the list shows on the screen
 */
public record ListSheet<T>(String name, List<Column<T>> columns, Pages<T> pages) {

    public ListSheet {
        columns = List.copyOf(columns);
    }

    /**
     * @param name its heading is the message {@code export.<list>.<name>}
     * @param width in characters, of which a Chinese one takes two
     * @param text what stands in a row's cell; null for an empty one. Whatever it is, the cell is a text: it never runs
     *     as a formula.
     */
    public record Column<T>(String name, int width, Function<T, Object> text) {

        String of(T row) {
            Object value = text.apply(row);
            return value == null ? "" : value.toString();
        }
    }

    /** The rows in the order of the list. */
    @FunctionalInterface
    public interface Pages<T> {

        /**
         * @param last the last row of the page before; null for the first page
         * @param most a page may be shorter, and the next one is still asked for; an empty one ends the list
         */
        List<T> after(T last, int most);
    }
}
