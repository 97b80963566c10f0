package io.zhengxun.understanding.field;

import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Reading;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts words in place of names and numbers: what a message wants does not depend on whose it is, and what is kept to learn from holds
 * nobody's data (Q6).
 */
public final class Masking {

    private static final String NUMBER = "证书编号";
    private static final String ID = "身份证号";
    private static final String OTHER = "号码";
    private static final String NAME = "某某";
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern LONG_NUMBER = Pattern.compile("[A-Za-z0-9]*[0-9]{7,}[A-Za-z0-9]*");

    private Masking() {}

    /** The message with its fields replaced by their kinds. */
    public static String mask(String typed) {
        String text = FieldReader.levelled(typed);
        Optional<String> name = FieldReader.read(typed).name().flatMap(Reading::accepted).map(PersonName::plain);
        String named = name.map(plain -> text.replace(plain, NAME)).orElse(text);
        Matcher run = FieldReader.CODE_RUN.matcher(named);
        return run.replaceAll(found -> Matcher.quoteReplacement(masked(found.group())));
    }

    private static String masked(String run) {
        if (!DIGIT.matcher(run).find()) {
            return run;
        }
        StringBuilder words = new StringBuilder();
        for (CodeReader.Code code : CodeReader.read(run)) {
            words.append(words.isEmpty() ? "" : " ").append(masked(code));
        }
        return words.toString();
    }

    private static String masked(CodeReader.Code code) {
        return switch (code.kind()) {
            case NUMBER -> NUMBER;
            case ID -> ID;
            case OTHER -> LONG_NUMBER.matcher(code.text()).matches() ? OTHER : code.text();
        };
    }
}
