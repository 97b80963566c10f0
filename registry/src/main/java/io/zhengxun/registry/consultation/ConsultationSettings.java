package io.zhengxun.registry.consultation;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people answer (all figures <i>ours</i>).
 *
 * @param hours of a working day, e.g. {@code 09:00-12:00}, in order, Asia/Shanghai
 * @param answerWithin so much office time, from the question or the next opening
 * @throws IllegalArgumentException naming what cannot work
 */
@ConfigurationProperties("zhengxun.consultation")
public record ConsultationSettings(
        @DefaultValue({"09:00-12:00", "14:00-17:30"}) List<Hours> hours, @DefaultValue("2h") Duration answerWithin) {

    /** A stretch of a working day. */
    public record Hours(LocalTime from, LocalTime until) {

        /** Reads {@code 09:00-12:00}; also what binds the setting. */
        public static Hours valueOf(String written) {
            String[] ends = written.strip().split("-", 2);
            if (ends.length != 2) {
                throw new IllegalArgumentException("zhengxun.consultation.hours are like 09:00-12:00.");
            }
            return new Hours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
        }

        Duration length() {
            return Duration.between(from, until);
        }

        @Override
        public String toString() {
            return from + "–" + until;
        }
    }

    public ConsultationSettings {
        hours = hours.stream().sorted(Comparator.comparing(Hours::from)).toList();
        List<Hours> sorted = hours;
        boolean ordered = sorted.stream().allMatch(one -> one.from().isBefore(one.until()))
                && IntStream.range(1, sorted.size())
                        .noneMatch(i -> sorted.get(i).from().isBefore(sorted.get(i - 1).until()));
        if (hours.isEmpty() || !ordered || answerWithin.isNegative() || answerWithin.compareTo(Duration.ofDays(5)) > 0) {
            throw new IllegalArgumentException("zhengxun.consultation: hours are stretches of one day that do not overlap,"
                    + " answer-within is from 0 to 5 days.");
        }
    }
}
