package io.zhengxun.registry.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.NewSubmission;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.Workflow;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Killed between any two statements of an act, all of it is there or nothing. */
@KilledTest
class KilledActsTest {

    @Autowired
    EveryStep everyStep;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Institutions institutions;

    @Autowired
    Submissions submissions;

    @Autowired
    Workflow workflow;

    @Test
    void a_batch_is_begun_wholly_or_not_at_all() {
        Institution institution = institution();
        int steps = everyStep.kill(() -> begin(institution, Stage.RECEIVED));
        assertThat(steps).isGreaterThan(4);
    }

    @Test
    void an_act_is_done_wholly_or_not_at_all() {
        Submission batch = begin(institution(), Stage.CITY_APPROVED);
        int steps = everyStep.kill(() -> act(batch, Act.SEND_UP, Role.CITY_LEAD));
        assertThat(steps).isGreaterThan(6);
        assertThat(submissions.find(batch.id()).orElseThrow().stage()).isEqualTo(Stage.PROVINCE_REVIEW);
    }

    private Submission act(Submission batch, Act act, Role role) {
        Staff staff = new Staff("tester-" + role, "测试", role, Scope.ofCity("440100"), "127.0.0.1");
        return transaction.execute(status -> workflow.move(batch, act, staff, moved -> Map.of()));
    }

    private Submission begin(Institution institution, Stage stage) {
        byte[] digest = new byte[32];
        ThreadLocalRandom.current().nextBytes(digest);
        NewSubmission batch = new NewSubmission(
                institution, stage, Instant.now(), new NewSubmission.Source(null, null, digest), 1, "tester");
        return transaction.execute(status -> workflow.begin(batch, Actor.system(), begun -> Map.of()));
    }

    private Institution institution() {
        String prefix = FreshNumbers.prefix();
        long id = institutions.file(new NewInstitution(
                prefix, "示例评价中心" + prefix, Tier.MUNICIPAL, "440100", "000-00000000",
                Map.of("电工", Set.of(Level.ADVANCED))));
        return institutions.find(id).orElseThrow();
    }
}
