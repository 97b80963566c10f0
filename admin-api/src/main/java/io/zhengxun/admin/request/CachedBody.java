package io.zhengxun.admin.request;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** A request whose body can be read several times, at most 1 MB of it. */
final class CachedBody extends HttpServletRequestWrapper {

    static final int MOST_BYTES = 1024 * 1024;

    private byte[] bytes;

    CachedBody(HttpServletRequest request) {
        super(request);
    }

    /** @throws MaxUploadSizeExceededException if it is larger */
    byte[] bytes() {
        if (bytes == null) {
            try {
                byte[] read = super.getInputStream().readNBytes(MOST_BYTES + 1);
                if (read.length > MOST_BYTES) {
                    throw new MaxUploadSizeExceededException(MOST_BYTES);
                }
                bytes = read;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Replay(new ByteArrayInputStream(bytes()));
    }

    /** JSON is UTF-8 (RFC 8259). */
    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Replay extends ServletInputStream {

        private final ByteArrayInputStream content;

        Replay(ByteArrayInputStream content) {
            this.content = content;
        }

        @Override
        public int read() {
            return content.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return content.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return content.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is read at once.");
        }
    }
}
