package io.zhengxun.admin.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.admin.account.AnyStaff;
import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.admin.problem.ParameterRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@Import(ListSheetsTest.InventedLists.class)
@TestPropertySource(properties = {
    "zhengxun.export.rows=2500", "zhengxun.export.at-once=1",
    "spring.messages.basename=messages/registry,messages/admin,messages/invented-lists"
})
class ListSheetsTest extends AdminApiTest {

    private static final CountDownLatch WRITING = new CountDownLatch(1);
    private static final CountDownLatch MAY_GO_ON = new CountDownLatch(1);

    @RestController
    static class InventedLists {

        private static final List<Column<Integer>> COLUMNS = List.of(
                new Column<>("number", 12, row -> row),
                new Column<>("text", 30, row -> row == 3 ? null : "=1+" + row + "<&>\u0008"),
                // Hardly to be compressed: a page of it does not fit into the container's buffer.
                new Column<>("noise", 30, row -> UUID.nameUUIDFromBytes(new byte[] {row.byteValue(), (byte) (row >> 8)})));

        @GetMapping("/api/invented/{rows}")
        @AnyStaff
        List<String> shown(@PathVariable int rows) {
            return List.of("shown");
        }

        @GetMapping(path = "/api/invented/{rows}", produces = ListSheets.XLSX)
        @AnyStaff
        ListSheet<Integer> sheet(@PathVariable int rows) {
            return new ListSheet<>("invented", COLUMNS, (last, most) -> after(last, most, rows));
        }

        private static List<Integer> after(Integer last, int most, int rows) {
            int from = last == null ? 1 : last + 1;
            if (rows == 0 || rows == 1500 && from > 1000) {
                throw new ParameterRefused("page-key");
            }
            if (rows == 7) {
                WRITING.countDown();
                waitFor(MAY_GO_ON);
            }
            return IntStream.range(from, Math.min(from + most, rows + 1)).boxed().toList();
        }
    }

    @Test
    void a_list_is_a_workbook_of_texts_with_a_heading_row_and_a_chinese_file_name() {
        Answer answer = as("province").get("/api/invented/1200?format=xlsx");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(URLDecoder.decode(
                        answer.http().headers().firstValue("Content-Disposition").orElseThrow(), StandardCharsets.UTF_8))
                .contains("虚构列表-2026-11-23.xlsx");
        List<Row> rows = rows(answer);
        assertThat(rows).hasSize(1201);
        assertThat(rows.get(0).getCellText(0)).isEqualTo("序号");
        assertThat(rows.get(1200).getCellText(0)).isEqualTo("1200");
        assertThat(rows.get(1200).getCell(1).getType()).isEqualTo(CellType.STRING);
        assertThat(rows.get(1200).getCellText(1)).startsWith("=1+1200<&>");
        assertThat(rows.get(3).getCellText(1)).isEmpty();
    }

    @Test
    void the_header_of_a_client_asks_for_it_as_well_and_anybody_else_gets_the_list() {
        AdminFormat format = accept -> as("province").send(as("province").request("/api/invented/2").header("Accept", accept));
        assertThat(format.of(ListSheets.XLSX).text()).startsWith("PK");
        assertThat(format.of("*/*").text()).isEqualTo("[\"shown\"]");
        assertThat(format.of("text/html,application/xml;q=0.9,*/*;q=0.8").text()).isEqualTo("[\"shown\"]");
        assertThat(as("province").get("/api/invented/2?format=json").text()).isEqualTo("[\"shown\"]");
    }

    @FunctionalInterface
    private interface AdminFormat {
        Answer of(String accept);
    }

    @Test
    void what_is_cut_off_is_said_on_the_last_line() {
        List<Row> rows = rows(as("province").get("/api/invented/2501?format=xlsx"));
        assertThat(rows).hasSize(1 + 2500 + 1);
        assertThat(rows.get(2501).getCellText(0)).contains("2500", "其余未导出");
        assertThat(rows(as("province").get("/api/invented/2500?format=xlsx"))).hasSize(1 + 2500);
    }

    @Test
    void a_failure_at_the_first_page_is_a_problem_like_any_other() {
        Answer answer = as("province").get("/api/invented/0?format=xlsx");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("page-key");
        assertThat(answer.http().headers().firstValue("Content-Disposition")).isEmpty();
    }

    @Test
    void a_failure_later_breaks_the_download_off() {
        assertThatThrownBy(() -> as("province").get("/api/invented/1500?format=xlsx"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void only_so_many_are_written_at_once() {
        CompletableFuture<Answer> first =
                CompletableFuture.supplyAsync(() -> as("province").get("/api/invented/7?format=xlsx"));
        waitFor(WRITING);
        Answer second = as("province").get("/api/invented/2?format=xlsx");
        MAY_GO_ON.countDown();
        assertThat(second.status()).isEqualTo(503);
        assertThat(second.json().path("code").asString()).isEqualTo("export-busy");
        assertThat(rows(first.join())).hasSize(8);
        assertThat(as("province").get("/api/invented/2?format=xlsx").status()).isEqualTo(200);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Row> rows(Answer answer) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.http().body()))) {
            return workbook.getFirstSheet().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
