package io.zhengxun.registry.submission.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.Refusal;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import io.zhengxun.registry.submission.BatchCases;
import io.zhengxun.registry.submission.review.ReturnReasons.Change;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@RegistryTest
class ReturnReasonsTest {

    private static final Staff PROVINCE = BatchCases.staff("province", Role.PROVINCE_REVIEWER, Scope.ofProvince());
    private static final Staff LEAD = BatchCases.staff("province-lead", Role.PROVINCE_LEAD, Scope.ofProvince());

    @Autowired
    ReturnReasons reasons;

    @Autowired
    AuditTrail trail;

    @Autowired
    MessageSource messages;

    private final String code = "T" + FreshNumbers.next();

    @Test
    void the_catalogue_begins_with_reasons_that_can_be_used() {
        assertThat(reasons.all()).filteredOn(ReturnReason::active)
                .extracting(ReturnReason::code, ReturnReason::wording)
                .contains(tuple("NAME", "持证人姓名与身份证件不一致"), tuple("OTHER", "其他，见说明"));
    }

    @Test
    void an_added_reason_can_be_used_at_once() {
        ReturnReason added = reasons.add(" " + code + " ", " 照片与本人不符 ", PROVINCE);

        assertThat(added).extracting(ReturnReason::code, ReturnReason::wording, ReturnReason::active, ReturnReason::version)
                .containsExactly(code, "照片与本人不符", true, 0);
        assertThat(reasons.all()).contains(added);
    }

    @Test
    void a_retired_reason_stays_in_the_catalogue_and_can_be_taken_into_use_again() {
        reasons.add(code, "照片与本人不符", PROVINCE);

        reasons.change(code, new Change("照片与本人不符", false), 0, LEAD);
        assertThat(stored()).extracting(ReturnReason::active, ReturnReason::version).containsExactly(false, 1);
        reasons.change(code, new Change("照片与本人不符", true), 1, LEAD);
        assertThat(stored()).extracting(ReturnReason::active, ReturnReason::version).containsExactly(true, 2);
    }

    @ParameterizedTest
    @CsvSource({"MINISTRY", "OTHER"})
    void a_reason_that_the_programme_needs_cannot_be_retired_but_worded_otherwise(String needed) {
        ReturnReason before = stored(needed);
        assertThatThrownBy(() -> reasons.change(needed, new Change(before.wording(), false), before.version(), LEAD))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.code()).isEqualTo("return-reason-needed");
                    assertThat(refused.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(messages.getMessage(refused, Locale.SIMPLIFIED_CHINESE)).contains(needed);
                });
        assertThat(stored(needed)).isEqualTo(before);

        ReturnReason now = reasons.change(needed, new Change(before.wording() + "。", true), before.version(), LEAD);
        assertThat(reasons.change(needed, new Change(before.wording(), true), now.version(), LEAD).wording())
                .isEqualTo(before.wording());
    }

    private ReturnReason stored() {
        return stored(code);
    }

    private ReturnReason stored(String code) {
        return reasons.all().stream().filter(reason -> reason.code().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void the_trail_tells_how_it_was_and_how_it_is() {
        reasons.add(code, "照片与本人不符", PROVINCE);
        reasons.change(code, new Change("照片不清晰", true), 0, LEAD);

        List<AuditEntry> entries = trail.of(new Deed.Subject(Deed.Subject.Kind.RETURN_REASON, code));
        assertThat(entries).extracting(AuditEntry::act)
                .containsExactly("RETURN_REASON_ADDED", "RETURN_REASON_CHANGED");
        assertThat(entries.get(1).before()).isEqualTo(Map.of("wording", "照片与本人不符", "active", "true"));
        assertThat(entries.get(1).after()).isEqualTo(Map.of("wording", "照片不清晰", "active", "true"));
        assertThat(entries.get(1).actor().username()).isEqualTo("province-lead");
    }

    @Test
    void who_looked_at_an_older_state_is_refused_and_told_how_it_reads_now() {
        reasons.add(code, "照片与本人不符", PROVINCE);
        reasons.change(code, new Change("照片不清晰", true), 0, LEAD);

        assertThatThrownBy(() -> reasons.change(code, new Change("照片过期", true), 0, PROVINCE))
                .isInstanceOfSatisfying(ReasonChanged.class, told ->
                        assertThat(told.getArguments()).contains(code, "province-lead", "照片不清晰"));
        assertThat(stored().wording()).isEqualTo("照片不清晰");
    }

    @Test
    void a_code_is_used_once() {
        reasons.add(code, "照片与本人不符", PROVINCE);
        assertThatThrownBy(() -> reasons.add(code, "照片不清晰", LEAD)).isInstanceOf(ReasonExists.class);
        assertThat(stored().wording()).isEqualTo("照片与本人不符");
    }

    @Test
    void an_unknown_reason_cannot_be_changed() {
        assertThatThrownBy(() -> reasons.change(code, new Change("照片不清晰", true), 0, LEAD))
                .isInstanceOf(Absent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 好的, code", "a, 好的, code", "lower, 好的, code", "A-B, 好的, code", "ABCDEFGHIJKLMNOPQRSTU, 好的, code",
        "1A, 好的, code", "GOOD, 短, wording", "GOOD, '  ', wording", "bad, '', 'code wording'",
    })
    void every_wrong_field_is_named(String wrongCode, String wording, String fields) {
        assertThatThrownBy(() -> reasons.add(wrongCode, wording, PROVINCE))
                .isInstanceOfSatisfying(FieldsRefused.class, refused -> assertThat(refused.flaws())
                        .extracting(FieldFlaw::field)
                        .containsExactly(fields.split(" ")));
    }

    @Test
    void a_wording_has_60_characters_at_most_in_one_line() {
        assertThat(reasons.add(code, "长".repeat(60), PROVINCE).wording()).hasSize(60);
        assertThatThrownBy(() -> reasons.add(code + "A", "长".repeat(61), PROVINCE)).isInstanceOf(FieldsRefused.class);
        assertThatThrownBy(() -> reasons.add(code + "A", "一行\n两行", PROVINCE)).isInstanceOf(FieldsRefused.class);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PROVINCE_REVIEWER", "PROVINCE_LEAD"}, mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_maintains_the_catalogue(Role role) {
        Scope scope = switch (role.scope()) {
            case INSTITUTION -> Scope.ofInstitution(1);
            case CITY -> Scope.ofCity(BatchCases.CITY);
            case PROVINCE -> Scope.ofProvince();
        };
        Staff other = BatchCases.staff("other", role, scope);
        assertThatThrownBy(() -> reasons.add(code, "照片不清晰", other)).isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> reasons.change("NAME", new Change("照片不清晰", true), 0, other))
                .isInstanceOf(RoleNotAllowed.class);
    }
}
