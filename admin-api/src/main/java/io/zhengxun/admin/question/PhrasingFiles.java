package io.zhengxun.admin.question;

import io.zhengxun.registry.question.TaughtPhrasing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What was taught as the program's own phrasings are written (docs/understanding.md): a file for each intent, a line each, the oldest
 * first. Unpacked beside those, they are learnt by {@code ./understand --train}.
 */
final class PhrasingFiles {

    private static final String ENDING = "_9.txt";

    private PhrasingFiles() {}

    /** @param taught the latest first */
    static byte[] zip(List<TaughtPhrasing> taught) throws IOException {
        Map<String, List<TaughtPhrasing>> byIntent =
                taught.stream().collect(Collectors.groupingBy(TaughtPhrasing::intentCode, TreeMap::new, Collectors.toList()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, List<TaughtPhrasing>> intent : byIntent.entrySet()) {
                zip.putNextEntry(new ZipEntry(intent.getKey() + ENDING));
                zip.write(lines(intent.getValue()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String lines(List<TaughtPhrasing> latestFirst) {
        StringBuilder lines = new StringBuilder("# taught\n");
        for (int i = latestFirst.size() - 1; i >= 0; i--) {
            // A line that begins so would be a heading.
            lines.append(latestFirst.get(i).text().replaceFirst("^#+\\s*", "")).append('\n');
        }
        return lines.toString();
    }
}
