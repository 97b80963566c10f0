package io.zhengxun.admin.submission;

import io.zhengxun.admin.sheet.SheetErrors;
import io.zhengxun.registry.submission.Upload;
import io.zhengxun.registry.submission.UploadFlaw;
import io.zhengxun.registry.submission.Uploads;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;

/** A report's errors row by row, read page by page along with the sheet. */
final class RowErrors implements SheetErrors {

    private static final int PAGE = 1000;

    private final Uploads uploads;
    private final Upload upload;
    private Iterator<UploadFlaw> page = List.<UploadFlaw>of().iterator();
    private int lastNo;
    private boolean ended;
    private UploadFlaw next;

    RowErrors(Uploads uploads, Upload upload) {
        this.uploads = uploads;
        this.upload = upload;
        advance();
    }

    @Override
    public String of(int rowNo) {
        StringJoiner text = new StringJoiner("；");
        while (next != null && next.rowNo() <= rowNo) {
            if (next.rowNo() == rowNo) {
                text.add(next.field() + "：" + next.reason());
            }
            advance();
        }
        return text.toString();
    }

    @Override
    public boolean goOn() {
        return next != null;
    }

    private void advance() {
        if (!page.hasNext() && !ended) {
            List<UploadFlaw> flaws = uploads.flaws(upload, lastNo, PAGE);
            ended = flaws.size() < PAGE;
            page = flaws.iterator();
        }
        next = page.hasNext() ? page.next() : null;
        lastNo = next == null ? lastNo : next.flawNo();
    }
}
