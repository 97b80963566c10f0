package io.zhengxun.registry.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.fault.KillableDatabase.KillSwitch;
import org.springframework.jdbc.core.JdbcTemplate;

/** Does an act again and again, killed one statement later each time, until it goes through. */
record EveryStep(KillSwitch kill, JdbcTemplate jdbc) {

    private static final int MOST_STEPS = 200;

    /** @return at how many places it was killed before it went through */
    int kill(Runnable act) {
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            WholeDatabase before = WholeDatabase.now(jdbc);
            kill.arm(steps);
            try {
                act.run();
                assertThat(kill.disarm()).as("an act that was killed ended well").isFalse();
                assertThat(WholeDatabase.now(jdbc)).isNotEqualTo(before);
                return steps;
            } catch (RuntimeException e) {
                assertThat(kill.disarm()).as("failed of itself: %s", e).isTrue();
                assertThat(WholeDatabase.now(jdbc)).as("killed at step %d", steps).isEqualTo(before);
            }
        }
        throw new AssertionError("The act never ended.");
    }
}
