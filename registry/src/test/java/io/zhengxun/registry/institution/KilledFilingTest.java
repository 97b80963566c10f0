package io.zhengxun.registry.institution;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.fault.EveryStep;
import io.zhengxun.registry.fault.KilledTest;
import io.zhengxun.registry.institution.KeepingInstitutions.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Killed between any two statements, an institution is filed or changed wholly and on record or not at all (C4, W4). */
@KilledTest
class KilledFilingTest {

    private static final Actor ADMINISTRATOR = new Actor("chief", "测试", "ADMINISTRATOR", "127.0.0.1");

    @Autowired
    EveryStep everyStep;

    @Autowired
    KeepingInstitutions keeping;

    @Test
    void an_institution_is_filed_with_its_scope_and_changed_wholly_or_not_at_all() {
        String prefix = FreshNumbers.prefix();
        String name = "示例备案机构" + prefix;
        InstitutionForm form = new InstitutionForm(
                prefix, name, Tier.MUNICIPAL, "440100", "000-00000000", List.of(line(0, "电工"), line(1, "焊工")));

        assertThat(everyStep.kill(() -> keeping.file(form, ADMINISTRATOR))).isGreaterThan(4);
        FiledInstitution filed = keeping.find(prefix);
        assertThat(filed.scope().labels()).hasSize(2);

        assertThat(everyStep.kill(() -> keeping.change(seen(filed), name + "乙", "000-00000001", ADMINISTRATOR)))
                .isGreaterThan(4);
        FiledInstitution changed = keeping.find(prefix);
        assertThat(everyStep.kill(
                        () -> keeping.changeScope(seen(changed), List.of(line(0, "钳工")), ADMINISTRATOR)))
                .isGreaterThan(5);
        assertThat(keeping.find(prefix).scope().labels()).containsOnlyKeys("钳工");
    }

    private static Seen seen(FiledInstitution filed) {
        return new Seen(filed.institution().numberPrefix(), filed.version());
    }

    private static ScopeLine line(int index, String occupation) {
        return new ScopeLine("scope[" + index + "]", occupation, "高级工");
    }
}
