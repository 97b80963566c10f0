package io.zhengxun.registry.deadline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ties a change to its preview: the calendar that was seen, and what was to be changed in it. */
record PreviewToken(long version, String digest) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-([0-9a-f]{16})");
    private static final int DIGEST_BYTES = 8;

    static PreviewToken of(CalendarVersion version, CalendarChange change) {
        return new PreviewToken(version.version(), digest(change));
    }

    /** @throws PreviewDiffers for what is no token */
    static PreviewToken parse(String text) {
        Matcher token = TEXT.matcher(text == null ? "" : text.strip());
        if (!token.matches()) {
            throw new PreviewDiffers();
        }
        return new PreviewToken(Long.parseLong(token.group(1)), token.group(2));
    }

    String text() {
        return version + "-" + digest;
    }

    void check(CalendarVersion now, CalendarChange change) {
        if (now.version() != version) {
            throw new CalendarChanged(now);
        }
        if (!digest.equals(digest(change))) {
            throw new PreviewDiffers();
        }
    }

    private static String digest(CalendarChange change) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(change.text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
