package io.zhengxun.bot.conversation;

import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Reading;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds number, name and ID number in what a person typed: in any order, on one or several lines, with labels, spaces
 * and full-width characters (Q1, C3a). It finds and names; it never corrects.
 */
final class FieldReader {

    /** Longer messages are read up to here: three fields with labels fit many times over. */
    static final int LONGEST = 1000;

    private static final Pattern CODE_RUN = Pattern.compile("[A-Za-z0-9](?:[ \\t\\-–—_.]*[A-Za-z0-9])*");
    private static final Pattern HAS_DIGIT = Pattern.compile("[0-9]");

    private final Set<String> numbers = new LinkedHashSet<>();
    private final Set<String> idNumbers = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> rest = new ArrayList<>();

    private FieldReader() {}

    static TypedFields read(String typed) {
        String text = Normalizer.normalize(typed.substring(0, Math.min(typed.length(), LONGEST)), Normalizer.Form.NFKC);
        FieldReader reader = new FieldReader();
        Labels.cut(text).forEach(reader::take);
        if (reader.names.isEmpty()) {
            reader.guessName();
        }
        return reader.fields();
    }

    private void take(Labels.Segment segment) {
        switch (segment.kind()) {
            case NUMBER -> takeCodes(segment.text(), CodeReader.Kind.NUMBER);
            case ID -> takeCodes(segment.text(), CodeReader.Kind.ID);
            case NAME -> takeName(segment.text());
            case PERHAPS_NAME -> takePerhapsName(segment.text());
            case NONE -> takeCodes(segment.text(), CodeReader.Kind.OTHER);
        }
    }

    private void takeName(String text) {
        Optional<String> name = NameReader.announced(text);
        name.ifPresent(names::add);
        takeCodes(name.map(found -> text.replace(found, " ")).orElse(text), CodeReader.Kind.OTHER);
    }

    private void takePerhapsName(String text) {
        Optional<String> name = NameReader.announced(text).filter(Surnames::canBegin);
        name.ifPresent(names::add);
        takeCodes(name.map(found -> text.replace(found, " ")).orElse(text), CodeReader.Kind.OTHER);
    }

    /** @param announced what the label before the text announces; it decides for the first code of unclear kind */
    private void takeCodes(String text, CodeReader.Kind announced) {
        CodeReader.Kind expected = announced;
        StringBuilder words = new StringBuilder();
        Matcher run = CODE_RUN.matcher(text);
        int from = 0;
        while (run.find()) {
            words.append(text, from, run.start()).append(' ');
            from = run.end();
            if (!HAS_DIGIT.matcher(run.group()).find()) {
                words.append(run.group()).append(' ');
                continue;
            }
            for (CodeReader.Code code : CodeReader.read(run.group())) {
                if (HAS_DIGIT.matcher(code.text()).find()) {
                    add(code, expected);
                    expected = CodeReader.Kind.OTHER;
                } else {
                    words.append(code.text()).append(' ');
                }
            }
        }
        rest.add(words.append(text.substring(from)).toString());
    }

    private void add(CodeReader.Code code, CodeReader.Kind expected) {
        CodeReader.Kind kind = code.kind();
        // A label decides where the form leaves doubt; a code that is right beyond doubt speaks for itself.
        if (expected != CodeReader.Kind.OTHER && !isRight(code)) {
            kind = expected;
        }
        if (kind == CodeReader.Kind.NUMBER) {
            numbers.add(code.text());
        } else if (kind == CodeReader.Kind.ID) {
            idNumbers.add(code.text());
        }
    }

    private static boolean isRight(CodeReader.Code code) {
        return switch (code.kind()) {
            case NUMBER -> CertificateNumber.read(code.text()).flaws().isEmpty();
            case ID -> IdNumber.read(code.text()).flaws().isEmpty();
            case OTHER -> false;
        };
    }

    /** Beside a number a word may be a name; alone it must be the whole message, with a surname that we know. */
    private void guessName() {
        String text = String.join("\n", rest);
        List<String> likely = NameReader.likely(text);
        if (numbers.isEmpty() && idNumbers.isEmpty()) {
            likely.stream().limit(1).filter(word -> NameReader.isAllOf(text, word)).forEach(names::add);
            return;
        }
        List<String> candidates = likely.isEmpty() ? NameReader.possible(text) : likely;
        candidates.stream().limit(1).forEach(names::add);
    }

    private TypedFields fields() {
        return new TypedFields(
                first(numbers, CertificateNumber::read),
                first(names, PersonName::read),
                first(idNumbers, IdNumber::read),
                numbers.size() > 1 || idNumbers.size() > 1 || names.size() > 1);
    }

    private static <T> Optional<Reading<T>> first(Set<String> texts, Function<String, Reading<T>> read) {
        return texts.stream().findFirst().map(read);
    }
}
