package io.zhengxun.admin.sheet;

import java.io.IOException;
import java.util.List;

/** Where the rows of an annotated sheet go. */
interface AnnotatedRows extends AutoCloseable {

    int NEXT = -1;

    enum Look {
        PLAIN,
        HEADER,
        FAULTY
    }

    /** @param number the row's place, from 1 and ascending, or {@link #NEXT} */
    void write(int number, List<String> texts, Look look) throws IOException;

    @Override
    void close() throws IOException;
}
