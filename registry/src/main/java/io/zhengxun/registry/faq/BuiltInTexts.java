package io.zhengxun.registry.faq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts that came with the program, version 0 of each intent: {@code [code]}, then the text's lines, the last of which may begin
 * with 依据：. Lines behind # are remarks.
 */
final class BuiltInTexts {

    private static final String RESOURCE = "/faq/answers.txt";

    private BuiltInTexts() {}

    /** By intent, in the order of the file. */
    static Map<String, FaqText> read() {
        try (InputStream in = BuiltInTexts.class.getResourceAsStream(RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, FaqText> parse(String file) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : file.split("\n")) {
            if (line.startsWith("[") && line.endsWith("]")) {
                section = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), section);
            } else if (!line.startsWith("#")) {
                section.add(line);
            }
        }
        Map<String, FaqText> texts = new LinkedHashMap<>();
        sections.forEach((code, lines) -> texts.put(code, text(code, lines)));
        return Collections.unmodifiableMap(texts);
    }

    private static FaqText text(String code, List<String> lines) {
        String whole = String.join("\n", lines).strip();
        int label = whole.lastIndexOf("\n" + FaqText.SOURCE_LABEL);
        return label < 0
                ? new FaqText(code, 0, whole, "")
                : new FaqText(
                        code, 0, whole.substring(0, label).strip(), whole.substring(label + 1 + FaqText.SOURCE_LABEL.length()));
    }
}
