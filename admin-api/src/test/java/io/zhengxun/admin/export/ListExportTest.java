package io.zhengxun.admin.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.admin.submission.InventedRows;
import io.zhengxun.registry.account.NewAccount;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.audit.Actor;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every list of the API as a workbook: the same rows as on the screen. Texts of people begin with a formula's sign. */
class ListExportTest extends AdminApiTest {

    private static final String FORMULA = "=1+1";

    private String batch;
    private String open;
    private String corrected;
    private String correction;

    @BeforeEach
    void something_stands_in_every_list() {
        batch = underReview(1, 3);
        as("own").post("/api/issuances", Map.of(
                "planNo", FORMULA, "occupation", "电工", "level", "高级工", "count", 1, "issueDate", "2026-09-01"));
        corrected = returned(2, 2);
        open = returned(3, 3);
        String csv = InventedRows.csv(1, 1, ISSUED).replace(InventedRows.name(1), "测改正");
        Answer answer = as("own").send(as("own").upload(
                "/api/returns/" + corrected + "/correction", csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        correction = answer.json().at("/return/correction/submission").asString();
        if (accounts.find("formula").isEmpty()) {
            opening.open(
                    new NewAccount("formula", FORMULA, Role.CITY_DATA_MANAGER, Scope.ofCity("440100")), Actor.system());
        }
        as("own").post("/api/contacts", Map.of("name", FORMULA, "duties", List.of("RETURNS"), "mobile", "13800000001"));
        as("province").post("/api/return-reasons", Map.of("code", "FORMULA", "wording", FORMULA));
        ministry();
        handOver();
    }

    private String returned(int version, int row) {
        Answer answer = as("city").post("/api/submissions/" + batch + "/return", Map.of(
                "version", version, "remark", FORMULA,
                "rows", List.of(Map.of("row", row, "reason", "OTHER", "remark", FORMULA))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().at("/return/number").asString();
    }

    private void ministry() {
        for (String number : List.of("261123-AAAAAAAA", "261123-BBBBBBBB")) {
            jdbc.update("""
                    INSERT INTO ministry_export (number, digest, batch_count, row_count, exported_by, exported_at)
                    VALUES (?, UNHEX(REPEAT('0a', 32)), 2, 30, 'province', '2026-11-23 01:00:00')""", "BS" + number);
            jdbc.update("""
                    INSERT INTO ministry_receipts (number, digest, published_rows, returned_rows, unchanged_rows, imported_by,
                        imported_at)
                    VALUES (?, UNHEX(REPEAT('0a', 32)), 5, 6, 7, 'province', '2026-11-23 01:00:00')""", "HZ" + number);
        }
    }

    private void handOver() {
        Map<String, Object> form = new HashMap<>(Map.of(
                "unit", Map.of("name", FORMULA, "address", "示例路 0 号", "head", "赵示例", "headPhone", "000-00000001"),
                "post", "科员", "phones", Map.of("office", "000-00000002", "mobile", "13800000001", "qq", ""),
                "publicContact", "000-00000003", "remarks", "",
                "recommendation", Map.of("by", "示例市人社局", "on", "2026-11-01")));
        Map<String, Object> over = Map.of(
                "version", 0, "successor", "formula", "handedOverOn", "2026-11-23", "note", FORMULA,
                "details", Map.copyOf(form));
        form.put("username", "city");
        form.put("since", "2026-11-02");
        Answer recorded = as("province-lead").post("/api/data-managers", form);
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        Answer handed = as("admin").post("/api/data-managers/" + recorded.json().path("id").asLong() + "/hand-over", over);
        assertThat(handed.status()).as(handed.text()).isLessThan(300);
    }

    @AfterEach
    void leave_nothing_behind() {
        for (String table : List.of("ministry_export", "ministry_receipts", "hand_over", "appointment")) {
            jdbc.update("DELETE FROM " + table);
        }
        jdbc.update("DELETE FROM return_reason WHERE code = 'FORMULA'");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            city | /api/queue | 待办批次 | 批次号 number, 评价机构 institution, 阶段 stageText, 接收日期 receivedOn, \
            到期日 dueOn, 剩余工作日 daysLeft, 是否逾期 overdue, 行数 rows, 已退回行数 returnedRows, 检查发现条数 findings |
            city | /api/queue?stage=CITY_REVIEW | 待办批次 | 批次号 number, 经办人 handler |
            own | /api/returns | 退回单 | 退回单号 number, 原批次号 submission, 评价机构 institution, 退回单位 returnedByText, \
            退回行数 rows, 状态 stateText, 到期日 due/dueDate, 是否逾期 overdue | 说明
            city | /api/returns?state=CORRECTED | 退回单 | 退回单号 number, 收到通知的依据 received/evidenceText | 说明
            own | /api/issuances | 发证登记 | 登记号 number, 发证日期 issueDate, 状态 stateText, 已上报人数 reported, \
            上报到期日 reportDueDate, 最后期限 closingDate | 评价计划编号
            own | /api/issuances?order=due&state=OPEN | 发证登记 | 登记号 number, 评价计划编号 planNo | 评价计划编号
            province | /api/deadlines | 未完成的期限 | 规则 rule, 起算日 startOn, 到期日 dueOn, 是否逾期 overdue, \
            是否暂定 provisional, 计算说明 explanation |
            city | /api/deadlines?debtor=CITY | 未完成的期限 | 规则 rule, 到期日 dueOn |
            auditor | /api/ministry-exports | 上传部中心的文件 | 文件编号 number, 批次数 batches, 行数 rows, SHA-256 digest |
            auditor | /api/ministry-receipts | 部中心回执 | 回执编号 number, 公布行数 publishedRows, 退回行数 returnedRows, \
            此前已登记行数 unchangedRows, SHA-256 digest |
            auditor | /api/audit?subjectKind=SUBMISSION&subjectKey={batch} | 操作记录 | 用户名 username, 操作 act, \
            对象编号 subjectKey, 链 chain, 序号 seq |
            admin | /api/accounts | 账号 | 用户名 username, 姓名 name, 机构编号前缀 institution, 行政区划代码 city, \
            密码设置日期 passwordSetOn, 动态口令已启用 totp | 姓名
            province | /api/data-managers | 数据管理员 | 数据管理员 name, 手机 phones/mobile, 任职日期 since | 单位名称
            city | /api/data-managers/hand-overs | 数据管理员交接记录 | 交接日期 handedOverOn, 交出人用户名 predecessor, \
            接任人用户名 successor, 转交批次数 passedBatches, 登记日期 recordedOn | 说明
            own | /api/contacts | 通知联系人 | 评价机构 institution, 姓名 name, 职责 dutiesText, 手机号 mobile, 状态 stateText | 姓名
            own | /api/return-reasons | 退回原因目录 | 代码 code, 退回原因 wording, 是否可用 active | 退回原因
            own | /api/submissions/{batch}/rows | 批次数据 | 行号 row, 姓名 name, 证件号码 idNumber, 证书编号 number, \
            发证日期 issueDate, 已退回未更正 returned |
            auditor | /api/submissions/{batch}/rows | 批次数据 | 行号 row, 姓名 name, 证件号码 idNumber |
            city | /api/submissions/{batch}/rows?after=2 | 批次数据 | 行号 row, 姓名 name, 证件号码 idNumber |
            own | /api/returns/{open}/rows | 退回明细 | 行号 row, 姓名 name, 证件号码 idNumber, 发证日期 issueDate | 
            city | /api/returns/{open}/rows | 退回明细 | 行号 row, 姓名 name, 证件号码 idNumber |
            own | /api/returns/{open}/differences | 更正前后差异 | 行号 row, 证书编号 number, 退回原因 reason | 退回说明
            own | /api/returns/{corrected}/differences | 更正前后差异 | 姓名（更正前） fields/0/before, \
            姓名（更正后） fields/0/after, 证件号码（更正后） fields/2/after, 发证日期（更正前） fields/6/before | 退回说明
            city | /api/submissions/{correction}/differences | 更正前后差异 | 更改的项目 fields/0/field, \
            姓名（更正后） fields/0/after | 退回说明
            province | /api/submissions/{correction}/differences | 更正前后差异 | 更改的项目 fields/0/field, \
            姓名（更正前） fields/0/before, 姓名（更正后） fields/0/after | 退回说明
            own | /api/submissions/{batch}/timeline | 批次经过 | 经过 text, 编号 subject, 经办角色 who/roleText, 经办人 who/name |
            """)
    void a_workbook_holds_the_rows_of_the_list(
            String account, String path, String name, String columns, String columnWithFormula) {
        JsonNode items = as(account).get(filled(path)).json().path("items");
        Answer exported = as(account).get(filled(path) + (path.contains("?") ? "&" : "?") + "format=xlsx");
        assertThat(exported.status()).as(exported.text()).isEqualTo(200);
        assertThat(URLDecoder.decode(
                        exported.http().headers().firstValue("Content-Disposition").orElseThrow(), StandardCharsets.UTF_8))
                .contains(name + "-2026-11-23.xlsx");
        List<List<String>> sheet = exported.sheet();
        assertThat(items).isNotEmpty();
        assertThat(sheet.get(0)).doesNotContain("").doesNotHaveDuplicates();
        for (String column : columns.split(", *")) {
            String[] headingAndField = column.split(" ");
            assertThat(column(sheet, headingAndField[0]))
                    .as(column)
                    .isEqualTo(items.valueStream().map(item -> shown(item.at("/" + headingAndField[1]))).toList());
        }
        if (columnWithFormula != null) {
            assertThat(column(sheet, columnWithFormula)).contains(FORMULA);
        }
    }

    private String filled(String path) {
        return path.replace("{batch}", batch)
                .replace("{open}", open)
                .replace("{corrected}", corrected)
                .replace("{correction}", correction);
    }

    private static List<String> column(List<List<String>> sheet, String heading) {
        int column = sheet.get(0).indexOf(heading);
        assertThat(column).as("%s among %s", heading, sheet.get(0)).isNotNegative();
        return sheet.stream().skip(1).map(row -> row.get(column)).toList();
    }

    private static String shown(JsonNode value) {
        return value.isBoolean() ? value.asBoolean() ? "是" : "否" : value.asString("");
    }

    @Test
    void rows_shown_in_full_are_on_record_page_by_page_and_masked_ones_are_not_in_full() {
        assertThat(recordedFor("own", "/api/submissions/" + batch + "/rows")).isEqualTo(1);
        assertThat(recordedFor("city", "/api/submissions/" + batch + "/rows")).isEqualTo(1);
        assertThat(recordedFor("own", "/api/returns/" + open + "/rows")).isEqualTo(1);
        assertThat(recordedFor("own", "/api/returns/" + corrected + "/differences")).isEqualTo(1);
        assertThat(recordedFor("city", "/api/submissions/" + correction + "/differences")).isEqualTo(1);
        for (String masked : List.of(
                "/api/submissions/" + batch + "/rows", "/api/returns/" + corrected + "/rows",
                "/api/returns/" + corrected + "/differences", "/api/submissions/" + correction + "/differences")) {
            assertThat(recordedFor("auditor", masked)).isZero();
            assertThat(as("auditor").get(masked + "?format=xlsx").sheet().toString())
                    .doesNotContain(InventedRows.name(1), InventedRows.idNumber(1), "测改正");
        }
    }

    private int recordedFor(String account, String path) {
        String shown = "SELECT COUNT(*) FROM audit_entry WHERE act = 'ROWS_SHOWN'";
        int before = jdbc.queryForObject(shown, Integer.class);
        assertThat(as(account).get(path + "?format=xlsx").sheet().size()).isGreaterThan(1);
        return jdbc.queryForObject(shown, Integer.class) - before;
    }

    @Test
    void codes_and_moments_are_in_words_and_the_overdue_is_said() {
        List<List<String>> queue = as("city").get("/api/queue?format=xlsx").sheet();
        assertThat(column(queue, "类别")).containsExactlyInAnyOrder("首次上报", "更正");
        List<List<String>> returns = as("own").get("/api/returns?format=xlsx").sheet();
        assertThat(column(returns, "退回时间")).containsExactly("2026-11-23 10:00:00");
        List<List<String>> issuances = as("own").get("/api/issuances?format=xlsx").sheet();
        assertThat(column(issuances, "是否逾期")).containsExactly("是", "否");
        List<List<String>> deadlines = as("own").get("/api/deadlines?debtor=CITY&format=xlsx").sheet();
        assertThat(column(deadlines, "对象")).contains("批次", "退回单");
        assertThat(column(deadlines, "编号")).contains(batch, correction, open);
        assertThat(column(deadlines, "由谁完成")).containsOnly("市技能中心");
        assertThat(column(deadlines, "评价机构")).containsOnly(InventedRows.INSTITUTION);
        JsonNode onScreen = as("own").get("/api/deadlines").json().path("items");
        assertThat(onScreen.findValuesAsString("number")).contains(batch);
        assertThat(onScreen.findValuesAsString("institution")).containsOnly(InventedRows.INSTITUTION);
        List<List<String>> rows = as("own").get("/api/submissions/" + batch + "/rows?format=xlsx").sheet();
        assertThat(column(rows, "证书状态")).containsOnly("有效");
        List<List<String>> open = as("own").get("/api/returns/" + this.open + "/differences?format=xlsx").sheet();
        assertThat(column(open, "更改的项目")).containsExactly("未更正");
        List<List<String>> acts = as("auditor")
                .get("/api/audit?subjectKind=SUBMISSION&subjectKey=" + batch + "&format=xlsx")
                .sheet();
        assertThat(column(acts, "角色")).contains("市技能中心数据管理员").allMatch(role -> !role.contains("_"));
        assertThat(column(acts, "对象")).containsOnly("批次");
    }

    @Test
    void the_description_of_the_api_calls_it_a_file() {
        JsonNode paths = as("").get("/v3/api-docs").json().path("paths");
        JsonNode answer = paths.path("/api/returns").path("get").path("responses").path("200").path("content");
        assertThat(answer.path(ListSheets.XLSX).path("schema").path("format").asString("")).isEqualTo("binary");
    }

    @Test
    void the_description_of_the_api_tells_of_the_list_and_not_of_its_export() {
        JsonNode paths = as("").get("/v3/api-docs").json().path("paths");
        int lists = 0;
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            JsonNode list = path.getValue().path("get");
            JsonNode content = list.path("responses").path("200").path("content");
            if (content.has("application/json") && content.has(ListSheets.XLSX)) {
                lists++;
                assertThat(list.path("summary").asString()).as(path.getKey()).isNotEmpty().doesNotContain("导出");
                assertThat(list.path("parameters").findValuesAsString("name")).as(path.getKey()).doesNotContain("query");
            }
        }
        assertThat(lists).isGreaterThan(10);
    }

    @Test
    void a_wrong_parameter_is_refused_as_on_the_screen() {
        for (String path : Arrays.asList(
                "/api/queue?stage=X", "/api/returns?state=X", "/api/issuances?order=X", "/api/deadlines?debtor=X",
                "/api/ministry-exports?after=X", "/api/ministry-receipts?after=X", "/api/audit?from=X",
                "/api/data-managers/hand-overs?after=X", "/api/submissions/" + batch + "/rows?after=X",
                "/api/returns/" + open + "/rows?after=X", "/api/returns/" + open + "/differences?after=X")) {
            Answer onScreen = as("province-lead").get(path);
            Answer exported = as("province-lead").get(path + "&format=xlsx");
            assertThat(exported.status()).as(path).isEqualTo(onScreen.status()).isIn(400, 422);
            assertThat(exported.json().path("code")).as(path).isEqualTo(onScreen.json().path("code"));
        }
    }
}
