package io.zhengxun.registry.submission.returns;

/** Row numbers in their order, as people write them: {@code 2、5–8、11}. */
public final class RowRanges {

    private final StringBuilder written = new StringBuilder();
    private int first;
    private int last;

    /** @param rowNo above all before it */
    public void add(int rowNo) {
        if (last > 0 && rowNo == last + 1) {
            last = rowNo;
            return;
        }
        write();
        first = rowNo;
        last = rowNo;
    }

    private void write() {
        if (last > 0) {
            written.append(written.isEmpty() ? "" : "、").append(range());
        }
    }

    private String range() {
        if (first == last) {
            return String.valueOf(first);
        }
        return first + (last == first + 1 ? "、" : "–") + last;
    }

    @Override
    public String toString() {
        return last == 0 ? "" : written + (written.isEmpty() ? "" : "、") + range();
    }
}
