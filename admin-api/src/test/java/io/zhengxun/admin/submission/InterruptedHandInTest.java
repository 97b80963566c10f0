package io.zhengxun.admin.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.admin.sheet.SheetFile;
import io.zhengxun.admin.sheet.SheetFixtures;
import io.zhengxun.registry.submission.BatchFile;
import io.zhengxun.registry.submission.BatchRow;
import io.zhengxun.registry.submission.BatchSheet;
import io.zhengxun.registry.submission.ReceivingBatch;
import io.zhengxun.registry.submission.ReceivingInterrupted;
import io.zhengxun.registry.submission.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever ends an import in the middle, nothing of it stays behind (C6), and the next try works. */
class InterruptedHandInTest extends AdminApiTest {

    private static final int ROWS = 4000;
    /** Chunks before it are in the database already, not committed. */
    private static final int ROW = 3500;

    @Autowired
    HikariDataSource pool;

    @Autowired
    private ReceivingBatch receiving;

    private String issuance;

    @BeforeEach
    void register() {
        issuance = issued(ROWS, ISSUED);
    }

    @Test
    void an_input_that_fails() {
        BatchFile file = acting(ROW, () -> {
            throw new IllegalStateException("the input ends");
        });
        assertThatThrownBy(() -> receiving.receive(file, issuance, own(), null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the input ends");
        assertNothingIsLeft();
    }

    @Test
    void an_error_of_the_virtual_machine() {
        BatchFile file = acting(ROW, () -> {
            throw new StackOverflowError();
        });
        assertThatThrownBy(() -> receiving.receive(file, issuance, own(), null)).isInstanceOf(StackOverflowError.class);
        assertNothingIsLeft();
    }

    @Test
    void a_check_that_ends_without_an_answer() {
        BatchFile file = acting(ROW, () -> Thread.currentThread().interrupt());
        assertThatThrownBy(() -> receiving.receive(file, issuance, own(), null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("without an answer");
        assertNothingIsLeft();
    }

    @Test
    void a_request_that_is_interrupted() {
        Thread request = Thread.currentThread();
        BatchFile file = acting(ROW, request::interrupt);
        assertThatThrownBy(() -> receiving.receive(file, issuance, own(), null))
                .isInstanceOf(ReceivingInterrupted.class);
        assertThat(Thread.interrupted()).isTrue();
        assertNothingIsLeft();
    }

    @Test
    void a_database_that_drops_its_connections() {
        BatchFile file = acting(ROW, this::killConnections);
        assertThatThrownBy(() -> receiving.receive(file, issuance, own(), null)).isInstanceOf(RuntimeException.class);
        assertNothingIsLeft();
    }

    @Test
    void a_report_that_is_interrupted_leaves_nothing_either() {
        String csv = InventedRows.csv(1, ROWS, ISSUED).replaceFirst("电工", "木工");
        Thread request = Thread.currentThread();
        assertThatThrownBy(() -> receiving.receive(acting(csv, ROW, request::interrupt), issuance, own(), null))
                .isInstanceOf(ReceivingInterrupted.class);
        assertThat(Thread.interrupted()).isTrue();
        assertNothingIsLeft();
    }

    private void killConnections() {
        Long own = jdbc.queryForObject("SELECT CONNECTION_ID()", Long.class);
        List<Long> others = jdbc.queryForList(
                "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id != " + own, Long.class);
        assertThat(others).isNotEmpty();
        for (Long other : others) {
            try {
                jdbc.execute("KILL " + other);
            } catch (RuntimeException gone) {
                // Its own connection, or one that ended by itself.
            }
        }
        // The pool would take one that was used a moment ago for alive; only the upload shall find its line cut.
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private void assertNothingIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("batch-check");
        assertThat(count("submission") + count("certificate") + count("upload") + count("upload_part")).isZero();
        Upload next = receiving.receive(SheetFile.of(csv().getBytes(StandardCharsets.UTF_8), SheetFixtures.LIMITS),
                issuance, own(), null);
        assertThat(next.outcome()).isEqualTo(Upload.Outcome.STORED);
        assertThat(count("certificate")).isEqualTo(ROWS);
    }

    private static String csv() {
        return InventedRows.csv(1, ROWS, ISSUED);
    }

    private static BatchFile acting(int row, Runnable act) {
        return acting(csv(), row, act);
    }

    /** A file at one row of which something happens. */
    private static BatchFile acting(String csv, int row, Runnable act) {
        SheetFile file = SheetFile.of(csv.getBytes(StandardCharsets.UTF_8), SheetFixtures.LIMITS);
        return new BatchFile() {
            @Override
            public byte[] content() {
                return file.content();
            }

            @Override
            public String format() {
                return file.format();
            }

            @Override
            public BatchSheet open() {
                return acting(file.open(), row, act);
            }
        };
    }

    private static BatchSheet acting(BatchSheet sheet, int actingRow, Runnable act) {
        return new BatchSheet() {
            @Override
            public BatchRow next() {
                BatchRow row = sheet.next();
                if (row != null && row.rowNo() == actingRow) {
                    act.run();
                }
                return row;
            }

            @Override
            public void close() {
                sheet.close();
            }
        };
    }
}
