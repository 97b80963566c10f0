package io.zhengxun.standalone.bench;

import io.zhengxun.admin.sheet.SheetFile;
import io.zhengxun.admin.sheet.SheetLimits;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.issuance.IssuanceField;
import io.zhengxun.registry.issuance.IssuanceForm;
import io.zhengxun.registry.issuance.RegisteringIssuance;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.ReceivingBatch;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.SubmittingBatch;
import io.zhengxun.registry.submission.Upload;
import io.zhengxun.registry.submission.returns.NewReturn.ReturnedRow;
import io.zhengxun.registry.submission.returns.ReturningRows;
import io.zhengxun.registry.submission.review.ReviewAct;
import io.zhengxun.registry.submission.review.ReviewOrder;
import io.zhengxun.registry.submission.review.ReviewingBatch;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.util.unit.DataSize;

/** {@code ./bench acts --rows N}: every act with a large batch, through the real use cases. */
final class ActsBench {

    static final int MOST_ROWS = 100_000;

    private static final int ROUNDS = 3;
    private static final double AIM_SECONDS = 2;
    private static final String REASON = "EVIDENCE";
    private static final SheetLimits LIMITS =
            new SheetLimits(DataSize.ofMegabytes(32), MOST_ROWS, DataSize.ofMegabytes(300), 200);
    private static final Staff CITY =
            new Staff("bench-shi", "示例", Role.CITY_DATA_MANAGER, Scope.ofCity("440100"), "127.0.0.1");
    private static final Staff LEAD =
            new Staff("bench-shi-fuze", "示例", Role.CITY_LEAD, Scope.ofCity("440100"), "127.0.0.1");

    private final PrintStream out;
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
    private OwnRegistry registry;
    private Staff manager;
    private int used;

    ActsBench(PrintStream out) {
        this.out = out;
    }

    /** @return an exit code of {@link Bench}: errors if an act of review took longer than the aim */
    int run(int rows) {
        try (OwnRegistry own = new OwnRegistry(out)) {
            registry = own;
            manager = new Staff(
                    "bench-jigou", "示例", Role.INSTITUTION_DATA_MANAGER, Scope.ofInstitution(institution()), "127.0.0.1");
            for (int round = 0; round < ROUNDS; round++) {
                sendUp(underReview(rows));
                returnAll(underReview(rows));
                returnHalf(underReview(rows), rows);
            }
        }
        return report(rows);
    }

    private long institution() {
        return registry.room(Institutions.class).file(new NewInstitution(
                "S000044010001", "广州市示例职业技能评价中心（01号）", Tier.MUNICIPAL, "440100", "000-00000000",
                Map.of("电工", Set.of(Level.values()))));
    }

    private Submission underReview(int rows) {
        LocalDate today = LocalDate.now(LegalTime.ZONE);
        String issuance = registry.room(RegisteringIssuance.class).register(new IssuanceForm()
                .with(IssuanceField.PLAN_NO, "BENCH-" + used)
                .with(IssuanceField.OCCUPATION, "电工")
                .with(IssuanceField.LEVEL, Level.SENIOR_TECHNICIAN.label())
                .with(IssuanceField.COUNT, String.valueOf(rows))
                .with(IssuanceField.ISSUE_DATE, today.toString()), manager).number();
        byte[] csv = ImportRows.csv(used, rows);
        used += rows;
        Upload upload = timed("upload", () -> registry.room(ReceivingBatch.class)
                .receive(SheetFile.of(csv, LIMITS), issuance, manager, null));
        Submission draft = registry.room(Submissions.class).find(upload.submissionId()).orElseThrow();
        Submission submitted = timed("submit", () -> registry.room(SubmittingBatch.class)
                .submit(new Ordered(draft.number(), draft.version()), null, manager));
        return act(submitted, ReviewAct.TAKE_UP, CITY);
    }

    private Submission act(Submission batch, ReviewAct act, Staff by) {
        ReviewingBatch reviewing = registry.room(ReviewingBatch.class);
        timed(act.name().toLowerCase(Locale.ROOT).replace('_', ' '), () -> reviewing.act(
                new Ordered(batch.number(), batch.version()), new ReviewOrder(act, ""), by, null));
        return registry.room(Submissions.class).find(batch.id()).orElseThrow();
    }

    private void sendUp(Submission batch) {
        Submission approved = act(act(batch, ReviewAct.PASS, CITY), ReviewAct.APPROVE, LEAD);
        act(approved, ReviewAct.SEND_UP, LEAD);
    }

    private void returnAll(Submission batch) {
        timed("return all rows", () -> registry.room(ReturningRows.class)
                .returnAll(new Ordered(batch.number(), batch.version()), "", REASON, CITY));
    }

    /** The header is row 1 of the sheet. */
    private void returnHalf(Submission batch, int rows) {
        List<ReturnedRow> half = IntStream.range(0, rows)
                .filter(n -> n % 2 == 0)
                .mapToObj(n -> new ReturnedRow(n + 2, REASON, ""))
                .toList();
        timed("return half of the rows", () -> registry.room(ReturningRows.class)
                .returnRows(new Ordered(batch.number(), batch.version()), "", half, CITY));
    }

    private <T> T timed(String name, Supplier<T> act) {
        long start = System.nanoTime();
        T result = act.get();
        seconds.computeIfAbsent(name, n -> new ArrayList<>()).add((System.nanoTime() - start) / 1e9);
        return result;
    }

    private int report(int rows) {
        boolean missed = false;
        out.printf(Locale.ROOT, "%-28s %8s %8s%n", "act with " + rows + " rows", "median", "slowest");
        for (Map.Entry<String, List<Double>> line : seconds.entrySet()) {
            List<Double> sorted = line.getValue().stream().sorted().toList();
            double median = sorted.get(sorted.size() / 2);
            missed |= median > AIM_SECONDS && !line.getKey().equals("upload");
            out.printf(Locale.ROOT, "%-28s %6.2f s %6.2f s%n", line.getKey(), median, sorted.get(sorted.size() - 1));
        }
        return missed ? Bench.ERRORS : Bench.GOOD;
    }
}
