package io.zhengxun.standalone.simulator;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the simulated platform pushes.
 *
 * @param botBaseUrl where the bot listens, without a slash at the end; empty means this server itself, {@code none} that
 *     there is no bot
 * @param answerLimit how long the platform waits for an answer, and the distance between its attempts
 * @param attempts how often one push is sent at most
 * @param users names of the phones that are there from the start
 * @param crowd how the openids of followers begin who have no phone, as many as one likes: for benchmarks
 */
@ConfigurationProperties("zhengxun.simulator")
public record SimulatorSettings(
        @DefaultValue("") String botBaseUrl,
        @DefaultValue("5s") Duration answerLimit,
        @DefaultValue("3") int attempts,
        @DefaultValue({"小林", "阿强", "陈姐"}) List<String> users,
        @DefaultValue("oCrowd") String crowd) {

    /** Instead of a bot's address: nothing is pushed to anybody. */
    public static final String NO_BOT = "none";

    public SimulatorSettings {
        if (answerLimit.isNegative() || answerLimit.isZero()) {
            throw new IllegalArgumentException("zhengxun.simulator.answer-limit must be longer than nothing");
        }
        if (attempts < 1 || attempts > 10) {
            throw new IllegalArgumentException("zhengxun.simulator.attempts must be from 1 to 10");
        }
    }
}
