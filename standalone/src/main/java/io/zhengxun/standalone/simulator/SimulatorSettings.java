package io.zhengxun.standalone.simulator;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the simulated platform pushes, and who its users are.
 *
 * @param botBaseUrl where the bot listens, without a slash at the end; empty means this server itself, {@code none} that
 *     there is no bot
 * @param answerLimit how long the platform waits for an answer, and the distance between its attempts
 * @param attempts how often one push is sent at most
 * @param users whose phones are there from the start
 * @param crowd how the openids of followers begin who have no phone, as many as one likes: for benchmarks
 */
@ConfigurationProperties("zhengxun.simulator")
public record SimulatorSettings(
        @DefaultValue("") String botBaseUrl,
        @DefaultValue("5s") Duration answerLimit,
        @DefaultValue("3") int attempts,
        List<User> users,
        @DefaultValue("oCrowd") String crowd) {

    /** Instead of a bot's address: nothing is pushed to anybody. */
    public static final String NO_BOT = "none";

    /**
     * @param role a word about the person, shown beside the name
     * @param following whether the person follows the account from the start, without an event that says so
     */
    public record User(String name, String role, boolean following) {

        public User {
            role = role == null ? "" : role;
        }
    }

    private static final List<User> USERS = List.of(
            new User("小林", "持证人", false), new User("阿强", "市级审核员", true), new User("陈姐", "机构联系人", true));

    public SimulatorSettings {
        users = users == null ? USERS : List.copyOf(users);
        if (answerLimit.isNegative() || answerLimit.isZero()) {
            throw new IllegalArgumentException("zhengxun.simulator.answer-limit must be longer than nothing");
        }
        if (attempts < 1 || attempts > 10) {
            throw new IllegalArgumentException("zhengxun.simulator.attempts must be from 1 to 10");
        }
    }
}
