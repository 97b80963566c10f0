package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.UnreadableSheet;

/** The rows of a file from the top, one at a time; blank ones may be left out. */
interface SheetRows extends AutoCloseable {

    /**
     * The next row, or null after the last.
     *
     * @throws UnreadableSheet if the file cannot be read on
     */
    SheetRow next();

    @Override
    void close();
}
