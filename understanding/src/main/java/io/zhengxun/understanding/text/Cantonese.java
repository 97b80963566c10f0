package io.zhengxun.understanding.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts the function words of written Cantonese into standard Chinese, so that one model understands both. Not a translation: it is
 * enough that the words which carry a question are known. The words stand in {@code understanding/cantonese.tsv}.
 */
public final class Cantonese {

    private static final String WORDS = "/understanding/cantonese.tsv";

    private record Word(Pattern cantonese, String standard) {}

    private final List<Word> words = read();

    /** @param levelled simplified characters, as {@link Levelling} gives them */
    public String toStandard(String levelled) {
        String text = levelled;
        for (Word word : words) {
            text = word.cantonese().matcher(text).replaceAll(word.standard());
        }
        return text;
    }

    private static List<Word> read() {
        try (InputStream in = Cantonese.class.getResourceAsStream(WORDS);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(word -> new Word(Pattern.compile(word[0]), word[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
