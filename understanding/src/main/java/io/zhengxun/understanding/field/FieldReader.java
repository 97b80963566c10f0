package io.zhengxun.understanding.field;

import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Reading;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds number, name and ID number in what a person typed: in any order, on one or several lines, with labels, spaces
 * and full-width characters (Q1, C3a). It finds and names; it never corrects.
 */
public final class FieldReader {

    /** Longer messages are read up to here: three fields with labels fit many times over. */
    static final int LONGEST = 1000;

    static final Pattern CODE_RUN = Pattern.compile("[A-Za-z0-9](?:[ \\t\\-–—_.]*[A-Za-z0-9])*");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    /** ① and ⑴ count a list; several in a row are a number typed with fancy digits. */
    private static final Pattern LIST_MARK = Pattern.compile("(?<![①-⒛⓪❶-➓])[①-⒛⓪❶-➓](?![①-⒛⓪❶-➓])");
    private static final Pattern OTHER_WORDS = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}]+");
    private static final int EIGHTEEN = 18;
    /** 22位, 3本: how many, and no number of anything. */
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,4}[位个個本张張年月天岁歲元块塊次条條人份](?![0-9])");
    private static final Pattern HAS_DIGIT = Pattern.compile("[0-9]");

    /** By their upper-case form, so that one code typed twice counts once. */
    private final Map<String, Reading<CertificateNumber>> numbers = new LinkedHashMap<>();
    private final Map<String, Reading<IdNumber>> idNumbers = new LinkedHashMap<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> rest = new ArrayList<>();

    private FieldReader() {}

    public static TypedFields read(String typed) {
        String text = levelled(typed);
        FieldReader reader = new FieldReader();
        Labels.cut(text).forEach(reader::take);
        if (reader.names.isEmpty()) {
            reader.guessName(text);
        }
        return reader.fields();
    }

    /** Whether a message is made of a number, perhaps with a name and labels, and nothing else is said. */
    public static boolean isNothingElse(String typed, TypedFields fields) {
        if (fields.number().isEmpty() && fields.idNumber().isEmpty()) {
            return false;
        }
        String name = fields.name().flatMap(Reading::accepted).map(PersonName::plain).orElse("");
        String codes = CODE_RUN.matcher(levelled(typed).replace(name, "")).replaceAll("");
        return OTHER_WORDS.matcher(Labels.without(codes)).replaceAll("").isEmpty();
    }

    /** The numbers that were typed wrongly, without spaces and in upper case, whatever is wrong with them (C3a). */
    public static List<String> invalid(String typed) {
        FieldReader reader = new FieldReader();
        Labels.cut(levelled(typed)).forEach(reader::take);
        return Stream.of(reader.numbers, reader.idNumbers)
                .flatMap(found -> found.entrySet().stream())
                .filter(found -> !found.getValue().flaws().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The answer to the question for a name; empty when it is something else. */
    public static TypedFields readAskedName(String typed) {
        return new TypedFields(
                Optional.empty(), NameReader.asked(levelled(typed)).map(PersonName::read), Optional.empty(), false);
    }

    /** Full width and the like levelled, invisible characters left out. */
    static String levelled(String typed) {
        String bounded = typed.substring(0, Math.min(typed.length(), LONGEST));
        String unlisted = LIST_MARK.matcher(bounded).replaceAll(" ");
        return INVISIBLE.matcher(Normalizer.normalize(unlisted, Normalizer.Form.NFKC)).replaceAll("");
    }

    private void take(Labels.Segment segment) {
        switch (segment.kind()) {
            case NAME -> takeName(segment);
            case NUMBER, RESIDENT_ID, HOME_PERMIT, ID, OTHER_NUMBER, PERHAPS_NAME, NONE -> takeCodes(segment.text(), segment.kind());
        }
    }

    private void takeName(Labels.Segment segment) {
        NameReader.Announced announced =
                segment.firm() ? NameReader.announced(segment.text()) : NameReader.surelyAnnounced(segment.text());
        announced.name().ifPresent(names::add);
        takeCodes(announced.rest(), Labels.Kind.NONE);
    }

    /** @param announced what the label before the text announces; it decides for the first code of unclear kind */
    private void takeCodes(String text, Labels.Kind announced) {
        Labels.Kind expected = announced;
        StringBuilder words = new StringBuilder();
        Matcher run = CODE_RUN.matcher(text);
        int from = 0;
        while (run.find()) {
            words.append(text, from, run.start()).append(' ');
            from = run.end();
            if (expected == Labels.Kind.OTHER_NUMBER && run.start() > 0) {
                expected = Labels.Kind.NONE;
            }
            if (!HAS_DIGIT.matcher(run.group()).find() || COUNT.matcher(text).region(run.start(), text.length()).lookingAt()) {
                words.append(run.group()).append(' ');
                continue;
            }
            for (CodeReader.Code code : CodeReader.read(run.group())) {
                if (HAS_DIGIT.matcher(code.text()).find()) {
                    add(code, expected);
                    expected = Labels.Kind.NONE;
                } else {
                    words.append(code.text()).append(' ');
                }
            }
        }
        rest.add(words.append(text.substring(from)).toString());
    }

    /** A label decides where the form leaves doubt; a code that is right beyond doubt speaks for itself. */
    private void add(CodeReader.Code code, Labels.Kind label) {
        String text = code.text();
        Reading<CertificateNumber> number = CertificateNumber.read(text);
        boolean isNumber = isRight(number) || label == Labels.Kind.NUMBER
                || label == Labels.Kind.NONE && code.kind() == CodeReader.Kind.NUMBER;
        boolean isId = label == Labels.Kind.ID || label == Labels.Kind.RESIDENT_ID || label == Labels.Kind.HOME_PERMIT
                || code.kind() == CodeReader.Kind.ID && (label != Labels.Kind.OTHER_NUMBER || isEighteenRight(text));
        if (isNumber && !(label == Labels.Kind.NUMBER && isEighteenRight(text))) {
            numbers.putIfAbsent(text.toUpperCase(Locale.ROOT), number);
        } else if (isId) {
            idNumbers.putIfAbsent(text.toUpperCase(Locale.ROOT), idNumber(text, label));
        }
    }

    /** After 身份证 eight digits are an ID number cut short, not the permit that has as many; after 回乡证 no passport is meant. */
    private static Reading<IdNumber> idNumber(String text, Labels.Kind label) {
        if (isEighteenRight(text)) {
            return IdNumber.read(text);
        }
        return switch (label) {
            case RESIDENT_ID -> IdNumber.read(IdType.RESIDENT_ID, text);
            case HOME_PERMIT -> IdNumber.read(IdType.HONG_KONG_MACAO_PERMIT, text);
            default -> IdNumber.read(text);
        };
    }

    private static boolean isEighteenRight(String text) {
        return text.length() == EIGHTEEN && isRight(IdNumber.read(text));
    }

    private static boolean isRight(Reading<?> reading) {
        return reading.flaws().isEmpty();
    }

    /** Nothing announced a name beyond doubt: it is looked for among all words, those that announce one included. */
    private void guessName(String text) {
        boolean besideCode = !numbers.isEmpty() || !idNumbers.isEmpty();
        String words = CODE_RUN.matcher(text).replaceAll(run -> HAS_DIGIT.matcher(run.group()).find() ? " \n " : run.group());
        names.addAll(NameFinder.find(NameReader.joined(words), besideCode));
        if (names.isEmpty()) {
            NameReader.latinAnnounced(text).ifPresent(names::add);
        }
        if (names.isEmpty() && besideCode) {
            names.addAll(NameReader.latin(String.join("\n", rest)));
        }
    }

    private TypedFields fields() {
        return new TypedFields(
                numbers.values().stream().findFirst(),
                names.stream().findFirst().map(PersonName::read),
                idNumbers.values().stream().findFirst(),
                numbers.size() > 1 || idNumbers.size() > 1 || names.size() > 1);
    }
}
