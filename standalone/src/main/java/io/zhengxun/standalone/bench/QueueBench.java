package io.zhengxun.standalone.bench;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.list.BatchFilter;
import io.zhengxun.registry.submission.list.BatchFilter.Days;
import io.zhengxun.registry.submission.list.BatchList;
import io.zhengxun.registry.submission.review.QueueFilter;
import io.zhengxun.registry.submission.review.QueueKey;
import io.zhengxun.registry.submission.review.WorkQueue;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code ./bench queue --batches N}: pages of queues and lists over many batches, at any depth. */
final class QueueBench {

    static final int MOST_BATCHES = 2_000_000;

    private static final String CITY = "440100";
    private static final int PAGE = 50;
    private static final int DEEP = 1_000;
    private static final int TIMES = 21;
    private static final double AIM_MILLIS = 50;

    private static final Staff AT_CITY =
            new Staff("bench-shi", "示例", Role.CITY_DATA_MANAGER, Scope.ofCity(CITY), "127.0.0.1");
    private static final Staff AT_PROVINCE =
            new Staff("bench-sheng", "示例", Role.PROVINCE_REVIEWER, Scope.ofProvince(), "127.0.0.1");

    private final PrintStream out;
    private boolean missed;

    QueueBench(PrintStream out) {
        this.out = out;
    }

    /** @return an exit code of {@link Bench}: errors if a page took longer than the aim */
    int run(int batches) {
        try (OwnRegistry registry = new OwnRegistry(out)) {
            ManyBatches.fill(registry.room(JdbcTemplate.class), batches, out);
            out.printf(Locale.ROOT, "%-58s %10s %10s%n", "page of " + PAGE, "median", "slowest");
            queues(registry.room(WorkQueue.class));
            lists(registry.room(BatchList.class));
        }
        return missed ? Bench.ERRORS : Bench.GOOD;
    }

    private void queues(WorkQueue queue) {
        for (Staff staff : List.of(AT_CITY, AT_PROVINCE)) {
            for (QueueFilter filter : List.of(
                    QueueFilter.none(), new QueueFilter(stage(staff), null, false, null, false))) {
                String name = "queue, " + staff.scope().kind() + (filter.stage() == null ? "" : ", one stage");
                this.<QueueKey>depths(name, key -> queue.page(filter, key, PAGE, staff).next());
            }
        }
    }

    private static Stage stage(Staff staff) {
        return staff == AT_CITY ? Stage.CITY_REVIEW : Stage.PROVINCE_REVIEW;
    }

    private void lists(BatchList list) {
        Days year = new Days(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        for (Staff staff : List.of(AT_CITY, AT_PROVINCE)) {
            Scope scope = staff.scope();
            list(list, scope, "everything", BatchFilter.none());
            list(list, scope, "stage", filter(Stage.PUBLISHED, null, false, null, null));
            list(list, scope, "late only", filter(null, null, true, null, null));
            list(list, scope, "stage, kind, late", filter(Stage.PUBLISHED, Submission.Kind.REPORT, true, null, null));
            list(list, scope, "created in a year", filter(null, null, false, year, null));
            list(list, scope, "issued in a year", filter(null, null, false, null, year));
        }
    }

    private static BatchFilter filter(Stage stage, Submission.Kind kind, boolean late, Days created, Days issued) {
        return new BatchFilter(stage, kind, late, null, null, created, issued, null, null);
    }

    private void list(BatchList list, Scope scope, String name, BatchFilter filter) {
        this.<Submission>depths("list, " + scope.kind() + ", " + name, last -> {
            List<Submission> page = list.page(filter, scope, last, PAGE);
            return page.size() < PAGE ? null : page.get(PAGE - 1);
        });
    }

    /** @param page reads the page behind a key and answers the key of the next */
    private <K> void depths(String name, UnaryOperator<K> page) {
        K deep = null;
        int depth = 1;
        for (K next = page.apply(null); depth < DEEP && next != null; next = page.apply(next)) {
            deep = next;
            depth++;
        }
        time(name + ", page 1", page, null);
        if (deep != null) {
            time(name + ", page " + depth, page, deep);
        }
    }

    private <K> void time(String name, UnaryOperator<K> page, K key) {
        double[] millis = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            page.apply(key);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        double median = millis[TIMES / 2];
        missed |= median > AIM_MILLIS;
        out.printf(Locale.ROOT, "%-58s %7.1f ms %7.1f ms%n", name, median, millis[TIMES - 1]);
    }
}
