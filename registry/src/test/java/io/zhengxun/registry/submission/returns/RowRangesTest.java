package io.zhengxun.registry.submission.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowRangesTest {

    @ParameterizedTest
    @CsvSource({
        "2, 2",
        "2 3, 2、3",
        "2 3 4, 2–4",
        "2 4 6, 2、4、6",
        "2 5 6 7 8 11, 2、5–8、11",
        "2 3 9 10 11, 2、3、9–11"})
    void rows_in_a_row_are_written_together(String rows, String written) {
        RowRanges ranges = new RowRanges();
        Arrays.stream(rows.split(" ")).map(Integer::valueOf).forEach(ranges::add);

        assertThat(ranges).hasToString(written);
    }
}
