package io.zhengxun.registry.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.NewSubmission;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Workflow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@RegistryTest
class CertificatesTest {

    private static final PersonName NAME = PersonName.of("陈甲子");
    private static final PersonName OTHER_NAME = PersonName.of("李乙丑");
    private static final IdNumber ID = IdNumber.of(IdType.RESIDENT_ID, "44009919900307019X");
    private static final IdNumber OTHER_ID = IdNumber.of(IdType.RESIDENT_ID, "44009919900307027X");

    @Autowired
    Certificates certificates;

    @Autowired
    Institutions institutions;

    @Autowired
    Workflow workflow;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SqlSessionFactory sessions;

    private String prefix;
    private long institution;
    private int serial;

    @BeforeEach
    void an_institution_of_its_own() {
        prefix = FreshNumbers.prefix();
        institution = institutions.file(new NewInstitution(
                prefix, "示例评价中心" + prefix, Tier.MUNICIPAL, "440100", "000-00000000", Map.of("电工", Set.of(Level.ADVANCED))));
    }

    @Test
    void any_two_fields_find_the_certificate() {
        CertificateNumber number = store(NAME, ID, Standing.VALID);

        assertThat(find(number, NAME, null)).containsExactly(number);
        assertThat(find(number, null, ID)).containsExactly(number);
        assertThat(find(null, NAME, ID)).contains(number);
        assertThat(find(number, NAME, ID)).containsExactly(number);
    }

    @Test
    void with_three_fields_all_three_must_match() {
        CertificateNumber number = store(NAME, ID, Standing.VALID);

        assertThat(find(number, OTHER_NAME, ID)).isEmpty();
        assertThat(find(number, NAME, OTHER_ID)).isEmpty();
        assertThat(find(number(serial + 5000), NAME, ID)).isEmpty();
    }

    @Test
    void a_wrong_half_finds_nothing() {
        CertificateNumber number = store(NAME, ID, Standing.VALID);

        assertThat(find(number, OTHER_NAME, null)).isEmpty();
        assertThat(find(number, null, OTHER_ID)).isEmpty();
    }

    @Test
    void one_field_is_not_a_query() {
        assertThatThrownBy(() -> new Inquiry(Optional.empty(), Optional.of(NAME), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Q1");
    }

    @Test
    void a_deleted_certificate_is_never_found_but_keeps_its_number() {
        CertificateNumber number = store(NAME, ID, Standing.DELETED);

        assertThat(find(number, NAME, null)).isEmpty();
        assertThat(find(number, null, ID)).isEmpty();
        assertThat(certificates.taken(List.of(number))).containsExactly(number.value());
    }

    @Test
    void a_number_is_unique_for_ever() {
        CertificateNumber number = store(NAME, ID, Standing.DELETED);

        assertThatThrownBy(() -> store(List.of(certificate(number, OTHER_NAME, OTHER_ID, Standing.VALID))))
                .isInstanceOf(NumberTaken.class)
                .hasMessageContaining("C5")
                .hasMessageNotContaining(number.value());
    }

    @Test
    void one_taken_number_stores_nothing_of_its_batch() {
        CertificateNumber taken = store(NAME, ID, Standing.VALID);
        CertificateNumber fresh = number(++serial);

        assertThatThrownBy(() -> store(List.of(
                        certificate(fresh, NAME, ID, Standing.VALID), certificate(taken, NAME, ID, Standing.VALID))))
                .isInstanceOf(NumberTaken.class);
        assertThat(certificates.taken(List.of(fresh))).isEmpty();
    }

    @Test
    void all_certificates_of_a_holder_are_found_newest_first() {
        IdNumber own = IdNumber.of(IdType.PASSPORT, "F%08d".formatted(FreshNumbers.next()));
        List<NewCertificate> several = new ArrayList<>();
        for (int i = 0; i < Certificates.MOST_FOUND + 5; i++) {
            CertificateNumber number = number(++serial);
            several.add(new NewCertificate(
                    i + 2, number, new Holder(NAME, own), "电工", "电工", Level.ADVANCED, LocalDate.of(2025, 1, 1).plusDays(i),
                    Standing.VALID));
        }
        store(several);

        List<Certificate> found =
                certificates.find(new Inquiry(Optional.empty(), Optional.of(NAME), Optional.of(own)));
        assertThat(found).hasSize(Certificates.MOST_FOUND);
        assertThat(found.get(0).issueDate()).isEqualTo(LocalDate.of(2025, 1, 25));
    }

    @Test
    void no_name_and_no_id_number_stands_in_the_table() {
        CertificateNumber number = store(NAME, ID, Standing.VALID);

        Map<String, Object> row = jdbc.queryForMap("SELECT * FROM certificate WHERE number = ?", number.value());
        row.values().forEach(value -> {
            String stored = value instanceof byte[] bytes
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : String.valueOf(value);
            assertThat(stored).doesNotContain(NAME.plain()).doesNotContain(ID.plain());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "byNumberAndName, ix_certificate_number_name, 38",
        "byNumberAndId, ix_certificate_number_id, 38",
        "byIdAndName, ix_certificate_id_name, 32"})
    void every_pair_is_served_by_an_index_that_holds_both_halves(String statement, String index, String bytes) {
        store(NAME, ID, Standing.VALID);
        Map<String, Object> asked = Map.of(
                "number", "S000044010001253999999",
                "names", List.of(new byte[16]),
                "ids", List.of(new byte[16]),
                "limit", 20);

        Map<String, Object> plan = plan(CertificateMapper.class.getName() + "." + statement, asked);

        assertThat(plan.get("key")).isEqualTo(index);
        assertThat(plan.get("key_len")).hasToString(bytes);
    }

    /** The server's plan for the very statement that the mapper sends. */
    private Map<String, Object> plan(String statement, Map<String, Object> parameters) {
        BoundSql sql = sessions.getConfiguration().getMappedStatement(statement).getBoundSql(parameters);
        Object[] values = sql.getParameterMappings().stream()
                .map(mapping -> sql.hasAdditionalParameter(mapping.getProperty())
                        ? sql.getAdditionalParameter(mapping.getProperty())
                        : parameters.get(mapping.getProperty()))
                .toArray();
        return jdbc.queryForList("EXPLAIN " + sql.getSql(), values).get(0);
    }

    private List<CertificateNumber> find(CertificateNumber number, PersonName name, IdNumber id) {
        return certificates
                .find(new Inquiry(Optional.ofNullable(number), Optional.ofNullable(name), Optional.ofNullable(id)))
                .stream()
                .map(Certificate::number)
                .toList();
    }

    private CertificateNumber store(PersonName name, IdNumber id, Standing standing) {
        CertificateNumber number = number(++serial);
        store(List.of(certificate(number, name, id, standing)));
        return number;
    }

    private void store(List<NewCertificate> rows) {
        transaction.executeWithoutResult(status -> {
            NewSubmission batch = new NewSubmission(
                    institutions.find(institution).orElseThrow(),
                    Stage.RECEIVED,
                    Instant.now(),
                    new NewSubmission.Source(null, null, digest()),
                    rows.size(),
                    "tester");
            workflow.begin(batch, Actor.system(), begun -> {
                certificates.store(begun.id(), institution, certificates.seal(rows));
                return Map.of();
            });
        });
    }

    private static byte[] digest() {
        byte[] digest = new byte[32];
        ThreadLocalRandom.current().nextBytes(digest);
        return digest;
    }

    private NewCertificate certificate(CertificateNumber number, PersonName name, IdNumber id, Standing standing) {
        return new NewCertificate(
                2, number, new Holder(name, id), "电工", "电工", Level.ADVANCED, LocalDate.of(2025, 3, 18), standing);
    }

    private CertificateNumber number(int serial) {
        return CertificateNumber.of(prefix + "253" + "%06d".formatted(serial));
    }
}
