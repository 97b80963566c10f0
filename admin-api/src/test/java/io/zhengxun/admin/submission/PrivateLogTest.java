package io.zhengxun.admin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApiTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Nothing personal goes to the log, whatever becomes of a batch (Q6). */
@ExtendWith(OutputCaptureExtension.class)
class PrivateLogTest extends AdminApiTest {

    @Test
    void no_name_and_no_id_number_is_logged(CapturedOutput log) {
        String issuance = issued(100, ISSUED);
        String row = String.join(",", InventedRows.row(3, ISSUED));
        List<String> files = List.of(
                InventedRows.csv(0, 3, ISSUED),
                InventedRows.csv(0, 3, ISSUED),
                InventedRows.csv(0, 3, ISSUED) + row.replace("电工", "木工"),
                InventedRows.csv(3, 2, ISSUED) + "\"" + row,
                // The database refuses it: the driver's message would quote the statement.
                InventedRows.csv(0, 3, ISSUED));
        for (int i = 0; i < files.size() - 1; i++) {
            as("own").handIn(files.get(i), issuance);
        }
        jdbc.execute("ALTER TABLE upload_flaw RENAME TO upload_flaw_away");
        try {
            assertThat(as("own").handIn(row.isEmpty() ? "" : InventedRows.csv(0, 4, ISSUED) + row, issuance).status()).isEqualTo(500);
        } finally {
            jdbc.execute("ALTER TABLE upload_flaw_away RENAME TO upload_flaw");
        }
        assertThat(log.getAll()).contains("STORED", "REFUSED", "answered with 500");
        for (int serial = 0; serial < 5; serial++) {
            assertThat(log.getAll())
                    .doesNotContain(InventedRows.name(serial))
                    .doesNotContain(InventedRows.idNumber(serial))
                    .doesNotContain(InventedRows.number(serial, ISSUED));
        }
    }
}
