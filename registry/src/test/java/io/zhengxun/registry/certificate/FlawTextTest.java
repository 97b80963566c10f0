package io.zhengxun.registry.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Each flaw has a text (C3a, C6), and no text gives the value away (Q6). */
class FlawTextTest {

    private static final ResourceBundleMessageSource MESSAGES = messages();

    /** At least one wrong value per kind of flaw. */
    private static final List<Reading<?>> WRONG = List.of(
            CertificateNumber.read(""),
            CertificateNumber.read("S0000"),
            CertificateNumber.read("X0O0A99000012269000123"),
            CertificateNumber.read("S000043000012263000123"),
            CertificateNumber.read("1619003012345678"),
            Level.read("大师"),
            IdType.read("驾驶证"),
            IdNumber.read(""),
            IdNumber.read("440106"),
            IdNumber.read(IdType.RESIDENT_ID, "44010619901307001Y"),
            IdNumber.read("440106199003070011"),
            IdNumber.read("010106199003070011"),
            IdNumber.read("440106900307123"),
            IdNumber.read(IdType.RESIDENT_ID, "810000199003070011"),
            IdNumber.read(IdType.RESIDENCE_PERMIT, "440106199003070011"),
            IdNumber.read(IdType.HONG_KONG_MACAO_PERMIT, "K123"),
            IdNumber.read(IdType.TAIWAN_PERMIT, "K123"),
            IdNumber.read(IdType.FOREIGNER_PERMANENT_RESIDENCE, "K123"),
            IdNumber.read(IdType.FOREIGNER_PERMANENT_RESIDENCE, "440106199003070011"),
            IdNumber.read(IdType.FOREIGNER_PERMANENT_RESIDENCE, "440106199003070"),
            IdNumber.read(IdType.PASSPORT, "K1"),
            PersonName.read(""),
            PersonName.read("林".repeat(51)),
            PersonName.read("林3"),
            PersonName.read("林Amy"));

    @Test
    void every_flaw_has_a_text_and_every_text_is_used() throws IOException {
        Set<String> used = Stream.concat(
                        WRONG.stream().flatMap(reading -> reading.flaws().stream()), disagreements())
                .map(Flaw::key)
                .collect(Collectors.toCollection(TreeSet::new));
        used.addAll(keysNamedBy("submission", "(?:(?:flaw|new Flaw)\\(\"\\w+\", |doubtful\\()\"([a-z.-]+[a-z])\"", ""));
        used.addAll(keysNamedBy("certificate/IssueDate.java", "doubtful\\(\"([a-z.-]+)\"", ""));
        used.addAll(keysNamedBy("submission/ministry", "(?:flaw|flawOf|forbid|ReceiptFlaw\\.of)\\([^;\"]*?\"([a-z-]+)\"", "receipt."));
        used.addAll(keysNamedBy("submission/ministry", "[?:] \"([a-z-]+)\"", "receipt."));
        Set<String> written = ResourceBundle.getBundle("messages/registry").keySet().stream()
                .filter(key -> key.startsWith("flaw."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).isEqualTo(written);
    }

    /** The flaws of another room, as its sources name them: their conditions are that room's to test. */
    private static Set<String> keysNamedBy(String room, String pattern, String prefix) throws IOException {
        Pattern named = Pattern.compile(pattern);
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/zhengxun/registry", room))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                named.matcher(Files.readString(source)).results().forEach(found -> keys.add("flaw." + prefix + found.group(1)));
            }
        }
        return keys;
    }

    @Test
    void every_text_uses_exactly_the_arguments_of_its_flaw() {
        ResourceBundle texts = ResourceBundle.getBundle("messages/registry");
        Stream.concat(WRONG.stream().flatMap(reading -> reading.flaws().stream()), disagreements())
                .forEach(flaw -> {
                    List<String> places = new ArrayList<>();
                    for (int i = 0; texts.getString(flaw.key()).contains("{" + i + "}"); i++) {
                        places.add("{" + i + "}");
                    }
                    assertThat(flaw.arguments()).as(flaw.code()).hasSameSizeAs(places);
                    assertThat(text(flaw)).as(flaw.code()).doesNotContain("{");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "S0O0044000012263000123, 第3位是字母 O，应为数字（是否为 0？）",
        "S00004400001226300012, 证书编号共 21 位，应为 22 位",
        "S000099000012263000123, 第6–7位应为省份 44（广东）",
        "S000044000012267000123, 第16位应为等级 1–5",
    })
    void texts_say_what_would_be_right(String typed, String text) {
        assertThat(CertificateNumber.read(typed).flaws().stream().map(FlawTextTest::text)).contains(text);
    }

    @Property(tries = 500)
    void no_text_holds_a_number(
            @ForAll IdType type,
            @ForAll @StringLength(min = 7, max = 30) @CharRange(from = '0', to = '9') @CharRange(from = 'A', to = 'Z')
                    String typed) {
        Stream.of(IdNumber.read(type, typed), IdNumber.read(typed), CertificateNumber.read(typed))
                .flatMap(reading -> reading.flaws().stream())
                .forEach(flaw -> {
                    assertThat(text(flaw)).doesNotContain(typed);
                    assertThat(flaw.toString()).doesNotContain(typed);
                });
    }

    @Property(tries = 500)
    void no_text_holds_a_name(
            @ForAll @StringLength(min = 2, max = 60) @CharRange(from = '\u9000', to = '\u9FFF')
                    @CharRange(from = '0', to = '9') String typed) {
        PersonName.read(typed + "#").flaws().forEach(flaw -> assertThat(text(flaw)).doesNotContain(typed + "#"));
    }

    private static Stream<Flaw> disagreements() {
        CertificateNumber number = CertificateNumber.of(Numbers.PLAIN);
        LocalDate otherYear = LocalDate.of(2020, 1, 1);
        return Stream.of(Level.ELEMENTARY, Level.SPECIAL_GRADE_TECHNICIAN)
                .flatMap(level -> number.disagreements(otherYear, level).stream());
    }

    private static String text(Flaw flaw) {
        return MESSAGES.getMessage(flaw, Locale.SIMPLIFIED_CHINESE);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/registry");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
