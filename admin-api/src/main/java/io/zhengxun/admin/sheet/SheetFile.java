package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.BatchFile;
import io.zhengxun.registry.submission.BatchSheet;
import io.zhengxun.registry.submission.UnreadableSheet;

/** A sheet as a file in memory: it may hold names and ID numbers, and never touches the disk (Q6). */
public final class SheetFile implements BatchFile {

    private final byte[] content;
    private final SheetFormat format;
    private final SheetLimits limits;

    private SheetFile(byte[] content, SheetFormat format, SheetLimits limits) {
        this.content = content;
        this.format = format;
        this.limits = limits;
    }

    /** @throws UnreadableSheet if it is neither an .xlsx nor a .csv, damaged, or beyond the limits */
    public static SheetFile of(byte[] content, SheetLimits limits) {
        if (content.length > limits.fileSize().toBytes()) {
            throw new UnreadableSheet("too-large", String.valueOf(limits.fileSize().toMegabytes()));
        }
        SheetFormat format = SheetFormat.of(content);
        if (format == SheetFormat.XLSX) {
            XlsxInspection.inspect(content, limits);
        }
        return new SheetFile(content, format, limits);
    }

    /** A file that was accepted by {@link #of} before and kept. */
    public static SheetFile kept(byte[] content, String format, SheetLimits limits) {
        return new SheetFile(content, SheetFormat.ofExtension(format), limits);
    }

    @Override
    public byte[] content() {
        return content;
    }

    @Override
    public String format() {
        return format.extension();
    }

    public String mediaType() {
        return format.mediaType();
    }

    @Override
    public BatchSheet open() {
        return new CertificateSheet(open(SheetColumns.CERTIFICATES, limits.rows()));
    }

    /**
     * Begins to read it from the top as another kind of sheet.
     *
     * @throws UnreadableSheet if it is none
     */
    public <F extends Enum<F>> FieldSheet<F> open(SheetColumns<F> columns, int mostRows) {
        return FieldSheet.open(rows(columns), columns, mostRows);
    }

    SheetRows rows(SheetColumns<?> columns) {
        return format == SheetFormat.XLSX ? new XlsxRows(content) : CsvRows.of(content, columns);
    }
}
