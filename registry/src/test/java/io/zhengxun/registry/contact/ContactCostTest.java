package io.zhengxun.registry.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.institution.Institution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Among many contacts each question reads what it answers: every query has its index. */
@ContactRoomTest
class ContactCostTest {

    private static final int MANY = 6000;

    @Autowired
    InventedContacts invented;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SqlSessionFactory sessions;

    private final List<Institution> institutions = new ArrayList<>();

    @BeforeEach
    void there_are_many() {
        for (int i = 0; i < 20; i++) {
            institutions.add(invented.institution());
        }
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            rows.add(new Object[] {institutions.get(i % 20).id(), i % 3 == 0 ? "440600" : "440700"});
        }
        jdbc.batchUpdate("""
                INSERT INTO contact (institution_id, region_code, name, duties, channels, state, lasting_mark, created_by,
                    created_at, version)
                VALUES (?, ?, '测试', 'RETURNS', 'SMS', 'INVITED', 1, 'cost-test', UTC_TIMESTAMP(3), 0)""", rows);
        jdbc.execute("ANALYZE TABLE contact");
    }

    @AfterEach
    void leave_nothing_behind() {
        jdbc.update("DELETE FROM contact WHERE created_by = 'cost-test'");
    }

    @ParameterizedTest
    @CsvSource({
        "province,    PRIMARY,                false",
        "city,        ix_contact_region_list, false",
        "centre,      ix_contact_region_list, false",
        "institution, ix_contact_institution, true",
        "unfollowed,  ix_contact_unfollowed,  true"})
    void a_list_is_read_in_its_order_or_by_what_few_are_looked_for(String list, String index, boolean sorted) {
        Map<String, Object> plan = plan(ContactMapper.class, "page", Map.of("f", filter(list)));
        assertThat(plan).as(list).containsEntry("key", index);
        assertThat(String.valueOf(plan.get("Extra")).contains("filesort")).as("%s", plan).isEqualTo(sorted);
    }

    private ContactFilter filter(String list) {
        Scope scope = list.equals("city") ? Scope.ofCity("440600") : Scope.ofProvince();
        Long institution = list.equals("institution") ? institutions.get(0).id() : null;
        String centre = list.equals("centre") ? "440600" : null;
        return new ContactFilter(scope, institution, centre, null, list.equals("unfollowed"), Long.MAX_VALUE, 51);
    }

    @ParameterizedTest
    @CsvSource({
        "lastingByOpenId,       hashes, ix_contact_open_id",
        "countUnfollowed,       hashes, ix_contact_open_id",
        "lastingOfInstitutions, ids,    ix_contact_institution",
        "successors,            ids,    uq_contact_successor"})
    void people_are_found_through_an_index(String statement, String parameter, String index) {
        List<?> values = parameter.equals("hashes") ? List.of(new byte[16]) : List.of(institutions.get(0).id());
        assertThat(plan(ContactMapper.class, statement, Map.of(parameter, values))).containsEntry("key", index);
    }

    @Test
    void invitations_are_found_through_an_index() {
        invented.invited(invented.added(institutions.get(0)));
        assertThat(plan(InvitationMapper.class, "openOf",
                        Map.of("ids", List.of(1L, 2L), "now", Instant.EPOCH)))
                .containsEntry("key", "uq_invitation_open");
    }

    /** The server's plan for the very statement that the mapper sends. */
    private Map<String, Object> plan(Class<?> mapper, String statement, Map<String, Object> given) {
        Map<String, Object> parameters = new LinkedHashMap<>(given);
        BoundSql sql = sessions.getConfiguration()
                .getMappedStatement(mapper.getName() + "." + statement)
                .getBoundSql(parameters);
        var values = sessions.getConfiguration().newMetaObject(parameters);
        Object[] arguments = sql.getParameterMappings().stream()
                .map(mapping -> sql.hasAdditionalParameter(mapping.getProperty())
                        ? sql.getAdditionalParameter(mapping.getProperty())
                        : values.getValue(mapping.getProperty()))
                .flatMap(value -> Stream.of(value instanceof Enum<?> constant ? constant.name() : value))
                .toArray();
        return jdbc.queryForList("EXPLAIN " + sql.getSql(), arguments).get(0);
    }
}
