package io.zhengxun.registry.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.account.NewAccount;
import io.zhengxun.registry.account.OpeningAccount;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.fault.EveryStep;
import io.zhengxun.registry.fault.KilledTest;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.BatchCases;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.review.ReviewAct;
import io.zhengxun.registry.submission.review.ReviewOrder;
import io.zhengxun.registry.submission.review.ReviewingBatch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Killed between any two statements, a data manager is recorded, changed and followed wholly or not at all (W3). */
@KilledTest
class KilledHandOverTest {

    private static final LocalDate TODAY = LegalTime.dayOf(Instant.now());
    private static final Staff ADMINISTRATOR =
            new Staff("chief", "测试", Role.ADMINISTRATOR, Scope.ofProvince(), "127.0.0.1");

    @Autowired
    EveryStep everyStep;

    @Autowired
    OpeningAccount opening;

    @Autowired
    Appointments appointments;

    @Autowired
    HandingOver handing;

    @Autowired
    ReviewingBatch reviewing;

    @Autowired
    BatchCases cases;

    private final int own = ThreadLocalRandom.current().nextInt(10_000_000, 99_999_998);

    @Test
    void work_passes_to_the_successor_with_its_lines_or_not_at_all() {
        String predecessor = account("from" + own);
        String successor = account("to" + own);
        assertThat(everyStep.kill(() ->
                        appointments.record(new NewAppointment(predecessor, details(own, "科员"), TODAY), ADMINISTRATOR)))
                .isGreaterThan(4);
        long id = appointments.page(BatchCases.CITY, Long.MAX_VALUE, 1).get(0).id();
        assertThat(everyStep.kill(() -> appointments.change(id, details(own, "主任"), 0, ADMINISTRATOR)))
                .isGreaterThan(4);
        Submission batch = takenUpBy(predecessor);
        HandOverForm form = new HandOverForm(1, successor, TODAY, "工作调动", details(own + 1, "科员"));

        assertThat(everyStep.kill(() -> handing.handOver(id, form, ADMINISTRATOR))).isGreaterThan(8);

        assertThat(cases.now(batch).handler()).isEqualTo(successor);
        assertThat(appointments.visible(id, Scope.ofProvince()).lasts()).isFalse();
        assertThat(appointments.page(BatchCases.CITY, Long.MAX_VALUE, 1).get(0).username()).isEqualTo(successor);
    }

    private Submission takenUpBy(String username) {
        Submission batch = cases.at(Stage.RECEIVED, cases.institution(Tier.MUNICIPAL));
        Staff by = BatchCases.staff(username, Role.CITY_DATA_MANAGER, Scope.ofCity(BatchCases.CITY));
        reviewing.act(BatchCases.ordered(batch), new ReviewOrder(ReviewAct.TAKE_UP, ""), by, null);
        return cases.now(batch);
    }

    private String account(String username) {
        opening.open(
                new NewAccount(username, "测试员", Role.CITY_DATA_MANAGER, Scope.ofCity(BatchCases.CITY)), Actor.system());
        return username;
    }

    private static Details details(int mobile, String post) {
        return new Details(
                new Details.Unit("示例市技能中心", "示例路 0 号", "测试甲", "000-00000001"), post,
                new Details.Phones("000-00000002", "138" + mobile, ""), "000-00000003", "",
                new Details.Recommendation("示例市人社局", TODAY));
    }
}
