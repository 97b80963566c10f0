package io.zhengxun.registry.submission.review;

import static io.zhengxun.registry.submission.review.Finding.Code.LATE;
import static io.zhengxun.registry.submission.review.Finding.Code.MANY_FOR_ONE_ID;
import static io.zhengxun.registry.submission.review.Finding.Code.SAME_HOLDER_TWICE;
import static io.zhengxun.registry.submission.review.Finding.Code.SAME_ID_OTHER_NAME;
import static io.zhengxun.registry.submission.review.Finding.Code.SERIAL_GAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.Screened;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screening rules on invented marks. */
class ScreeningTest {

    private static final long BATCH = 7;
    private static final long ELSEWHERE = 8;
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private final Screening screening = new Screening(BATCH, new ScreeningSettings(3, Duration.ofDays(90)));

    @Test
    void the_same_id_with_another_name_is_noticed_in_the_batch_wherever_the_other_one_is() {
        screening.holders(List.of(
                row(1, BATCH, "id-1", "name-1"), row(2, ELSEWHERE, "id-1", "name-2"),
                row(3, BATCH, "id-2", "name-1"), row(4, BATCH, "id-3", "name-3")));

        assertThat(screening.findings()).containsExactly(Finding.of(1, SAME_ID_OTHER_NAME, 1));
    }

    @Test
    void two_names_of_one_id_within_the_batch_are_both_noticed() {
        screening.holders(List.of(
                of("id-1", "name-1", "电工", DAY, 1, BATCH), of("id-1", "name-2", "焊工", DAY, 2, BATCH),
                of("id-1", "name-2", "钳工", DAY, 3, BATCH)));

        assertThat(screening.findings()).containsExactlyInAnyOrder(
                Finding.of(1, SAME_ID_OTHER_NAME, 2), Finding.of(2, SAME_ID_OTHER_NAME, 1),
                Finding.of(3, SAME_ID_OTHER_NAME, 1));
    }

    @Test
    void the_same_holder_with_the_same_occupation_and_level_is_noticed() {
        Screened higher = new Screened(
                9, ELSEWHERE, "n", "id-1", "name-1", "电工", Level.TECHNICIAN, DAY.minusYears(5));
        screening.holders(List.of(
                of("id-1", "name-1", "电工", DAY, 1, BATCH),
                of("id-1", "name-1", "电工", DAY.minusYears(1), 2, ELSEWHERE),
                of("id-1", "name-1", "焊工", DAY.minusYears(2), 3, BATCH), higher));

        assertThat(screening.findings()).containsExactly(Finding.of(1, SAME_HOLDER_TWICE, 1));
    }

    @ParameterizedTest
    @CsvSource({
        // Days after the first one; which of the batch's rows (all of them) are noticed.
        "'0 1 2', ''", "'0 1 2 3', '0 1 2 3'", "'0 0 0 0', '0 1 2 3'", "'0 30 60 90', '0 1 2 3'", "'0 30 60 91', ''",
        "'0 80 81 82 83 200', '0 1 2 3 4'", "'0 91 92 93 94 200', '1 2 3 4'", "'0 10 20 100 101 102 103', '2 3 4 5 6'",
    })
    void more_than_three_within_ninety_days_are_noticed(String days, String noticed) {
        String[] each = days.split(" ");
        screening.holders(IntStream.range(0, each.length)
                .mapToObj(i -> of("id-1", "name-1", "职业" + i, DAY.plusDays(Integer.parseInt(each[i])), i, BATCH))
                .toList());

        List<Finding> expected = Stream.of(noticed.split(" "))
                .filter(text -> !text.isEmpty())
                .map(text -> Finding.of(Long.parseLong(text), MANY_FOR_ONE_ID, 90, 3))
                .toList();
        assertThat(screening.findings()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void of_many_only_the_batchs_own_are_noted() {
        screening.holders(IntStream.range(0, 4)
                .mapToObj(i -> of("id-1", "name-1", "职业" + i, DAY, i, i == 2 ? BATCH : ELSEWHERE))
                .toList());

        assertThat(screening.findings()).containsExactly(Finding.of(2, MANY_FOR_ONE_ID, 90, 3));
    }

    @Test
    void ten_thousand_of_one_id_are_looked_at_once_each() {
        screening.holders(IntStream.range(0, 10_000)
                .mapToObj(i -> of("id-1", "name-1", "电工", DAY, i, BATCH))
                .toList());

        assertThat(screening.findings()).hasSize(20_000);
    }

    @ParameterizedTest
    @CsvSource({
        "'263000001 263000002 263000003', ''",
        "'263000001 263000003', '1:1'",
        "'263000005 263000006 263000100', '2:93'",
        // Another year or level is another series.
        "'253000001 263000007 264000009', ''",
        "'263000001 263000003 264000001 264000005', '1:1 3:3'",
    })
    void numbers_that_are_missing_within_the_batch_are_noticed(String numbers, String gaps) {
        String[] each = numbers.split(" ");
        screening.gaps(IntStream.range(0, each.length)
                .mapToObj(i -> new Screened(
                        i, BATCH, "S000044010001" + each[i], "id-" + i, "name", "电工", Level.ADVANCED, DAY))
                .toList());

        List<Finding> expected = Stream.of(gaps.split(" "))
                .filter(text -> !text.isEmpty())
                .map(text -> text.split(":"))
                .map(gap -> Finding.of(Long.parseLong(gap[0]), SERIAL_GAP, gap[1]))
                .toList();
        assertThat(screening.findings()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-08, false", "2026-10-09, true", "2026-09-02, false"})
    void a_row_is_late_from_the_day_after_the_last(LocalDate reportedOn, boolean late) {
        LocalDate due = LocalDate.of(2026, 10, 8);
        screening.lateness(List.of(row(1, BATCH, "id-1", "name-1")), reportedOn, issued -> due);

        assertThat(screening.findings()).isEqualTo(late ? List.of(Finding.of(1, LATE, due)) : List.of());
    }

    private static Screened row(long id, long submissionId, String idMark, String nameMark) {
        return of(idMark, nameMark, "电工", DAY.minusYears(id), id, submissionId);
    }

    private static Screened of(
            String idMark, String nameMark, String occupation, LocalDate issued, long id, long submissionId) {
        return new Screened(id, submissionId, "n", idMark, nameMark, occupation, Level.ADVANCED, issued);
    }
}
