package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.UnreadableSheet;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Which characters the bytes of a .csv are: UTF-8 if they strictly are, else GB18030, which Chinese Excel writes. */
final class CsvText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int BUFFER = 8192;

    private CsvText() {}

    /** @throws UnreadableSheet if the bytes are valid in neither encoding */
    static Reader reader(byte[] content) {
        int from = startsWithBom(content) ? BOM.length : 0;
        ByteArrayInputStream bytes = new ByteArrayInputStream(content, from, content.length - from);
        return new InputStreamReader(bytes, strict(charset(content)));
    }

    private static Charset charset(byte[] content) {
        if (isValid(content, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (!startsWithBom(content) && isValid(content, GB18030)) {
            return GB18030;
        }
        throw new UnreadableSheet("encoding");
    }

    private static boolean startsWithBom(byte[] content) {
        return content.length >= BOM.length && content[0] == BOM[0] && content[1] == BOM[1] && content[2] == BOM[2];
    }

    private static boolean isValid(byte[] content, Charset charset) {
        CharsetDecoder decoder = strict(charset);
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        return !result.isError();
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
