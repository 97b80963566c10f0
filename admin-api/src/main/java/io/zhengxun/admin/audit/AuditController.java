package io.zhengxun.admin.audit;

import static io.zhengxun.admin.export.ListSheet.label;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.export.ListSheet;
import io.zhengxun.admin.export.ListSheet.Column;
import io.zhengxun.admin.export.ListSheet.Pages;
import io.zhengxun.admin.export.ListSheets;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditFilter;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.BrokenEntry;
import io.zhengxun.registry.audit.Verification;
import io.zhengxun.registry.audit.VerifyingTrail;
import io.zhengxun.registry.deadline.LegalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, and whether the record of it is unaltered (W4, G 13). */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "审计", description = "操作记录及其完整性（审计、省技能中心负责人）")
class AuditController {

    private static final List<Column<AuditEntry>> COLUMNS = List.of(
            new Column<>("at", 20, AuditEntry::at),
            new Column<>("username", 16, entry -> entry.actor().username()),
            new Column<>("name", 16, entry -> entry.actor().name()),
            new Column<>("role", 24, entry -> label("timeline.role.", entry.actor().role())),
            new Column<>("address", 18, entry -> entry.actor().address()),
            new Column<>("act", 28, AuditEntry::act),
            new Column<>("kind", 16, entry -> label("audit.subject.", entry.subjectKind())),
            new Column<>("key", 24, AuditEntry::subjectKey),
            new Column<>("before", 40, entry -> values(entry.before())),
            new Column<>("after", 40, entry -> values(entry.after())),
            new Column<>("chain", 8, entry -> entry.place().chain()),
            new Column<>("seq", 10, entry -> entry.place().seq()));

    private final AuditTrail trail;
    private final VerifyingTrail verifying;
    private final MessageSource messages;

    AuditController(AuditTrail trail, VerifyingTrail verifying, MessageSource messages) {
        this.trail = trail;
        this.verifying = verifying;
        this.messages = messages;
    }

    @Schema(name = "操作记录")
    record Entry(
            @Schema(example = "2026-11-23T10:00:00.123+08:00") String at,
            String username,
            String name,
            String role,
            @Schema(description = "操作时的网络地址") String address,
            String act,
            String subjectKind,
            String subjectKey,
            @Schema(description = "变更前的值，个人信息已脱敏") Map<String, String> before,
            @Schema(description = "变更后的值，个人信息已脱敏") Map<String, String> after,
            @Schema(description = "所在的链") int chain,
            @Schema(description = "在链中的序号") long seq) {

        static Entry of(AuditEntry entry) {
            return new Entry(
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.at().atZone(LegalTime.ZONE)),
                    entry.actor().username(),
                    entry.actor().name(),
                    entry.actor().role(),
                    entry.actor().address(),
                    entry.act(),
                    entry.subjectKind(),
                    entry.subjectKey(),
                    entry.before(),
                    entry.after(),
                    entry.place().chain(),
                    entry.place().seq());
        }

        @Override
        public String toString() {
            return "Entry[" + chain + "/" + seq + "]";
        }
    }

    @Schema(name = "操作记录列表")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Entry> items, @Schema(description = "下一页的 after；没有下一页时不显示") String next) {}

    @Schema(name = "被改动之处")
    record Broken(int chain, long seq, String flaw, String text) {}

    @Schema(name = "完整性核验结果")
    record Verified(
            @Schema(description = "全部完好") boolean intact,
            String text,
            int chains,
            @Schema(description = "已核验的记录数") long entries,
            @Schema(description = "每条被改动的链的第一处") List<Broken> broken) {}

    @GetMapping
    @Allowed({Role.AUDITOR, Role.PROVINCE_LEAD})
    @Operation(summary = "查询操作记录，新的在前", description = "翻页：把上一页的 next 作为 after。加 format=xlsx 导出为 .xlsx。")
    Page page(@ParameterObject AuditQuery query) {
        int size = query.size();
        List<AuditEntry> found = trail.page(query.filter(), query.key(), size + 1);
        List<AuditEntry> shown = found.subList(0, Math.min(size, found.size()));
        return new Page(
                shown.stream().map(Entry::of).toList(),
                found.size() > size ? AuditQuery.text(shown.get(size - 1).key()) : null);
    }

    @GetMapping(produces = ListSheets.XLSX)
    @Allowed({Role.AUDITOR, Role.PROVINCE_LEAD})
    ListSheet<AuditEntry> sheet(@ParameterObject AuditQuery query) {
        AuditFilter filter = query.filter();
        return new ListSheet<>("audit", COLUMNS, Pages.by(
                query.key(), AuditEntry::key, (after, most) -> trail.page(filter, after, most)));
    }

    private static String values(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "：" + value.getValue())
                .collect(Collectors.joining("；"));
    }

    @GetMapping("/verification")
    @Allowed({Role.AUDITOR, Role.PROVINCE_LEAD})
    @Operation(
            summary = "核验操作记录是否被改动",
            description = "核验全部链，需要数秒至数分钟；记录很多时请在服务器上运行 ./verify-trail。")
    Verified verification() {
        Verification found = verifying.verify();
        return new Verified(
                found.intact(),
                text(found.intact() ? "audit.intact" : "audit.broken", found.entries(), found.broken().size()),
                found.chains(),
                found.entries(),
                found.broken().stream().map(this::broken).toList());
    }

    private Broken broken(BrokenEntry entry) {
        return new Broken(
                entry.chain(), entry.seq(), entry.flaw().name(), messages.getMessage(entry, Locale.SIMPLIFIED_CHINESE));
    }

    private String text(String key, long entries, int broken) {
        Object[] figures = {String.valueOf(entries), String.valueOf(broken)};
        return messages.getMessage(key, figures, Locale.SIMPLIFIED_CHINESE);
    }
}
