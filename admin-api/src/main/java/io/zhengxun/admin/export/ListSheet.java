package io.zhengxun.admin.export;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * A list as it is to be exported. A list of the API offers it with a second method beside the one that shows it, which
 * answers to {@code ?format=xlsx} or the header {@code Accept}; the pages are read while the answer is written. To the
 * description of the API both are one operation, told of by the list alone:
 * {@snippet :
 * @GetMapping(produces = ListSheets.XLSX)
 * ListSheet<Row> sheet(@AuthenticationPrincipal Staff staff) {
 *     return new ListSheet<>("rows", COLUMNS, Pages.by(0L, Row::id, (id, most) -> rows.page(staff.scope(), id, most)));
 * }
 * }
 *
 * @param name of its texts: {@code export.<name>} names the file and the sheet
 * @param pages the same pages, paged by the same key, that the list shows on the screen
 */
@Schema(type = "string", format = "binary", description = ".xlsx")
public record ListSheet<T>(String name, List<Column<T>> columns, Pages<T> pages) {

    public ListSheet {
        columns = List.copyOf(columns);
    }

    /**
     * @param name its heading is the message {@code export.<list>.<name>}
     * @param width in characters, of which a Chinese one takes two
     * @param text what stands in a row's cell; null for an empty one. A yes or no, an instant, and a message are put into
     *     words. Whatever it is, the cell is a text: it never runs as a formula.
     */
    public record Column<T>(String name, int width, Function<T, Object> text) {}

    /**
     * What people call a code.
     *
     * @param code with the prefix before it the key of the message, and the text itself if there is no such message;
     *     null for an empty cell
     */
    public static MessageSourceResolvable label(String prefix, Object code) {
        return code == null
                ? null
                : new DefaultMessageSourceResolvable(new String[] {prefix + code}, code.toString());
    }

    /** The rows in the order of the list. */
    @FunctionalInterface
    public interface Pages<T> {

        /**
         * @param last the last row of the page before; null for the first page
         * @param most a page may be shorter, and the next one is still asked for; an empty one ends the list
         */
        List<T> after(T last, int most);

        /**
         * A list that is paged by a key.
         *
         * @param start where the first page begins
         * @param page the rows after a key, and how many at the most
         */
        static <T, K> Pages<T> by(K start, Function<T, K> key, BiFunction<K, Integer, List<T>> page) {
            return (last, most) -> page.apply(last == null ? start : key.apply(last), most);
        }

        /** A list that is short enough to be held at once. */
        static <T> Pages<T> of(List<T> all) {
            return (last, most) -> last == null ? all : List.of();
        }
    }
}
