package io.zhengxun.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorClassTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "TOKEN          | 40001 40014 42001 41001",
        "TRANSIENT      | 43108 61450 9001002 45066",
        "BUSY           | -1",
        "RATE           | 45011 44990 44991 44993",
        "QUOTA          | 45009",
        "RECIPIENT_RATE | 43117 40241",
        "NOT_FOLLOWING  | 43004",
        "NO_CONSENT     | 43101",
        "RECIPIENT      | 40003 43019 48002 45015 45047 46004 50005 70000 40031",
        "CONTENT        | 47001 47003 40033 40039 44002 44004 45002 45168 40249 87014 45008 40062 41030 40165 40007",
        "TEMPLATE       | 40036 40037 40246 40247 43106 43107 43116",
        "ACCOUNT        | 40002 40013 40125 40164 40243 41002 41004 48001 48004 48008 50002 50004 50007 61004 89503 89506 89507 40008 40200",
        "UNFORESEEN     | 1 99099 40097"
    })
    void every_code_of_the_platforms_table_has_its_class(ErrorClass expected, String codes) {
        assertThat(Arrays.stream(codes.split(" "))).allSatisfy(
                code -> assertThat(ErrorClass.of(Integer.parseInt(code))).isEqualTo(expected));
    }
}
