package io.zhengxun.registry.submission.list;

import static io.zhengxun.registry.submission.Submission.Kind.CORRECTION;
import static io.zhengxun.registry.submission.Submission.Kind.REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.list.BatchFilter.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** On a table of thousands of batches, more than 99 in 100 of which no single search is for. */
@RegistryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchListTest {

    private static final int BATCHES = 8_000;
    private static final int PAGE = 50;
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final Scope PROVINCE = Scope.ofProvince();

    @Autowired
    BatchList list;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private FilledBatches filled;

    @BeforeAll
    void fill() {
        filled = new FilledBatches(jdbc);
        filled.fill(BATCHES);
        filled.correct(101);
    }

    @AfterAll
    void clear() {
        filled.clear();
    }

    record Search(String name, BatchFilter filter, Scope scope) {

        @Override
        public String toString() {
            return name;
        }
    }

    Stream<Search> searches() {
        List<Search> searches = new ArrayList<>();
        Map<String, Scope> scopes = Map.of(
                "province", PROVINCE, "city", Scope.ofCity("440100"), "institution", Scope.ofInstitution(filled.institution(1)));
        scopes.forEach((name, scope) -> {
            for (Stage stage : new Stage[] {null, Stage.PUBLISHED, Stage.CITY_REVIEWED}) {
                for (Submission.Kind kind : new Submission.Kind[] {null, REPORT, CORRECTION}) {
                    for (boolean late : new boolean[] {false, true}) {
                        for (String days : List.of("", "created", "issued")) {
                            BatchFilter filter = new BatchFilter(stage, kind, late, null, null,
                                    days.equals("created") ? new Days(DAY.minusDays(100), DAY.plusDays(200)) : null,
                                    days.equals("issued") ? new Days(DAY.minusDays(100), DAY.plusDays(200)) : null, null, null);
                            searches.add(new Search(
                                    name + " " + stage + " " + kind + (late ? " late " : " ") + days, filter, scope));
                        }
                    }
                }
            }
        });
        List<Long> two = List.of(filled.institution(1), filled.institution(3));
        BatchFilter none = BatchFilter.none();
        searches.add(new Search("two institutions", with(none, two, null, null), PROVINCE));
        searches.add(new Search("two institutions of a city", with(none, two, "440100", null), PROVINCE));
        searches.add(new Search("a city", with(none, null, "440200", null), PROVINCE));
        searches.add(new Search("an issuance", with(none, null, null, filled.issuance()), PROVINCE));
        searches.add(new Search("an issuance, city", with(none, null, null, filled.issuance()), Scope.ofCity("440100")));
        return searches.stream();
    }

    private static BatchFilter with(BatchFilter of, List<Long> institutions, String city, Long issuance) {
        return new BatchFilter(of.stage(), of.kind(), of.lateOnly(), institutions, city, of.created(), of.issued(), null, issuance);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void all_pages_together_are_what_is_searched_for_in_its_order(Search search) {
        List<Long> expected = filled.ids(search.filter(), search.scope());
        List<Long> found = new ArrayList<>();
        Submission last = null;
        List<Submission> page;
        do {
            page = list.page(search.filter(), search.scope(), last, 500);
            page.forEach(batch -> found.add(batch.id()));
            last = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (!page.isEmpty());
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void a_page_reads_few_rows_wherever_it_lies_and_sorts_no_table(Search search) {
        List<Long> all = filled.ids(search.filter(), search.scope());
        List<Submission> half = list.page(search.filter(), search.scope(), null, Math.max(1, all.size() / 2));
        for (Submission last : Arrays.asList(null, half.isEmpty() ? null : half.get(half.size() - 1))) {
            PageQuery page = list.query(search.filter(), search.scope(), last, PAGE);
            Cost cost = Cost.of(page.statement(), jdbc, transaction);
            assertThat(cost.badReads()).isEmpty();
            assertThat(cost.rowsRead()).isLessThanOrEqualTo(page.stretches() * (PAGE + 3L));
        }
    }

    @Test
    void a_prefix_of_the_number_finds_by_number() {
        for (String prefix : List.of("PC250303", "PC250303-", "PC250303-XXX", "PC250303-XXXXX338", "PC991231")) {
            BatchFilter filter = new BatchFilter(null, REPORT, false, null, "440200", null, null, prefix, null);
            List<Long> found = list.page(filter, PROVINCE, null, 1000).stream().map(Submission::id).toList();
            assertThat(found).isEqualTo(filled.ids(filter, PROVINCE));
        }
    }

    @Test
    void nobody_finds_what_lies_outside_of_the_scope() {
        Scope city = Scope.ofCity("440100");
        Scope own = Scope.ofInstitution(filled.institution(1));
        assertThat(list.page(with(BatchFilter.none(), null, "440200", null), city, null, PAGE)).isEmpty();
        assertThat(list.page(with(BatchFilter.none(), List.of(filled.institution(2)), null, null), city, null, PAGE)).isEmpty();
        assertThat(list.page(with(BatchFilter.none(), List.of(filled.institution(2)), null, null), own, null, PAGE)).isEmpty();
        assertThat(list.page(with(BatchFilter.none(), null, "440200", null), own, null, PAGE)).isEmpty();
    }
}
