package io.zhengxun.bot.complaint;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number that somebody types to be called back. */
final class PhoneNumber {

    private static final Pattern MOBILE = Pattern.compile("(?:86)?(1[3-9][0-9]{9})");
    private static final Pattern LANDLINE = Pattern.compile("0[1-9][0-9]{1,2}[2-9][0-9]{6,7}");
    /** Of Hong Kong and Macao, with the country's code. */
    private static final Pattern NEIGHBOUR = Pattern.compile("85[23][0-9]{8}");

    private PhoneNumber() {}

    /** Its digits; empty if the text is none. Words around it do not matter, other digits do. */
    static Optional<String> read(String typed) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
        var mobile = MOBILE.matcher(digits);
        if (mobile.matches()) {
            return Optional.of(mobile.group(1));
        }
        return LANDLINE.matcher(digits).matches() || NEIGHBOUR.matcher(digits).matches()
                ? Optional.of(digits)
                : Optional.empty();
    }
}
