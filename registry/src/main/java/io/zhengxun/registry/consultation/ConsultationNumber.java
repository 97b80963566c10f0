package io.zhengxun.registry.consultation;

import io.zhengxun.registry.deadline.LegalTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Names consultations, e.g. {@code RG261123-7KQ2MX4T}: legal day, and a random part without look-alikes. */
final class ConsultationNumber {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_LENGTH = 8;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final SecureRandom random = new SecureRandom();

    String next(Instant now) {
        StringBuilder number = new StringBuilder("RG").append(DAY.format(LegalTime.dayOf(now))).append('-');
        random.ints(RANDOM_LENGTH, 0, LETTERS.length()).forEach(i -> number.append(LETTERS.charAt(i)));
        return number.toString();
    }
}
