package io.zhengxun.registry.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.fault.KillableDatabase.KillSwitch;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Does an act again and again, killed one statement later each time, until it goes through. */
public final class EveryStep {

    private static final int MOST_STEPS = 300;

    private final KillSwitch kill;
    private final JdbcTemplate jdbc;
    private final Set<String> ignored;

    EveryStep(KillSwitch kill, JdbcTemplate jdbc, Set<String> ignored) {
        this.kill = kill;
        this.jdbc = jdbc;
        this.ignored = ignored;
    }

    /** For an act that writes there in transactions of its own, as it promises. */
    public EveryStep ignoring(String... tables) {
        return new EveryStep(kill, jdbc, Set.of(tables));
    }

    /**
     * An act that ends with its commit: wherever it was killed, nothing of it is there.
     *
     * @return at how many places it was killed before it went through
     */
    public int kill(Runnable act) {
        WholeDatabase before = now();
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            boolean killed = killedAt(steps, act);
            if (!killed) {
                assertThat(now()).isNotEqualTo(before);
                return steps;
            }
            assertThat(now()).as("killed at step %d", steps).isEqualTo(before);
        }
        throw new AssertionError("The act never ended.");
    }

    /**
     * An act that reads or clears up after its commit: at first nothing of it is there, then all of it, which the caller
     * asserts.
     *
     * @return at how many places it was killed before anything was there
     */
    public int killUntilStored(Runnable act) {
        WholeDatabase before = now();
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            boolean killed = killedAt(steps, act);
            if (!now().equals(before)) {
                assertThat(killed).as("nothing comes after the commit").isTrue();
                return steps;
            }
        }
        throw new AssertionError("The act never stored anything.");
    }

    /**
     * Does the act once, killed after so many steps.
     *
     * @return false if it ended well before
     */
    public boolean killedAt(int steps, Runnable act) {
        kill.arm(steps);
        try {
            act.run();
        } catch (RuntimeException e) {
            assertThat(kill.disarm()).as("failed of itself: %s", e).isTrue();
            return true;
        }
        return kill.disarm();
    }

    private WholeDatabase now() {
        return WholeDatabase.now(jdbc, ignored);
    }
}
