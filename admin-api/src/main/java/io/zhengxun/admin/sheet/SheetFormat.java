package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.UnreadableSheet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The formats that are read. What a file is, its content says: names and content types are often wrong. */
public enum SheetFormat {
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("csv", "text/csv;charset=UTF-8");

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    /** Old Office files, and new ones behind a password. */
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
    private static final int PROBE = 4096;
    /** Bytes of text to each control character, at least. */
    private static final int TEXT_PER_CONTROL = 20;

    private final String extension;
    private final String mediaType;

    SheetFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    static SheetFormat ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst()
                .orElseThrow();
    }

    /** @throws UnreadableSheet for anything but .xlsx and .csv, naming what it is where that helps */
    static SheetFormat of(byte[] content) {
        if (content.length == 0) {
            throw new UnreadableSheet("empty-file");
        }
        if (startsWith(content, ZIP) || startsWith(content, EMPTY_ZIP)) {
            return XLSX;
        }
        if (startsWith(content, OLE2)) {
            throw new UnreadableSheet("old-format");
        }
        if (startsWith(content, UTF_16_LITTLE) || startsWith(content, UTF_16_BIG)) {
            throw new UnreadableSheet("utf-16");
        }
        if (startsWith(content, PDF) || isBinary(content) || isMarkup(content)) {
            throw new UnreadableSheet("other-format");
        }
        return CSV;
    }

    private static boolean startsWith(byte[] content, byte[] signature) {
        return content.length >= signature.length
                && Arrays.equals(content, 0, signature.length, signature, 0, signature.length);
    }

    /** A few control characters come with what was copied from a document; the report names their cells (C6). */
    private static boolean isBinary(byte[] content) {
        int probed = Math.min(content.length, PROBE);
        int controls = 0;
        for (int i = 0; i < probed; i++) {
            int c = content[i];
            if (c == 0) {
                return true;
            }
            if (c > 0 && c < ' ' && c != '\t' && c != '\r' && c != '\n') {
                controls++;
            }
        }
        return controls > probed / TEXT_PER_CONTROL;
    }

    /** Pages saved as .xls: many systems export them. */
    private static boolean isMarkup(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, PROBE), StandardCharsets.ISO_8859_1)
                .replace("\u00EF\u00BB\u00BF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return head.startsWith("<");
    }
}
