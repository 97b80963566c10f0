package io.zhengxun.admin.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how many bytes have been read. */
abstract class CountedStream extends FilterInputStream {

    private long total;

    CountedStream(InputStream in) {
        super(in);
    }

    abstract void counted(long total, int more);

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int more) {
        total += more;
        counted(total, more);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
