package io.zhengxun.registry.submission;

import io.zhengxun.registry.deadline.LegalTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * Names batches, uploads and returns, e.g. {@code PC261123-7KQ2MX4T}: kind, legal day, and a random part without
 * look-alikes.
 */
public final class BatchNumber {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_LENGTH = 8;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final SecureRandom random = new SecureRandom();

    public String next(String kind, Instant now) {
        StringBuilder number = new StringBuilder(kind)
                .append(DAY.format(LegalTime.dayOf(now)))
                .append('-');
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return number.toString();
    }
}
