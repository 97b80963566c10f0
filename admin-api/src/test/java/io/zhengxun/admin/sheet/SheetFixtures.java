package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.BatchRow;
import io.zhengxun.registry.submission.BatchSheet;
import io.zhengxun.registry.submission.CertificateField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.util.unit.DataSize;

/** Sheets made for tests. */
public final class SheetFixtures {

    public static final SheetLimits LIMITS = new SheetLimits(DataSize.ofMegabytes(32), 100_000, DataSize.ofMegabytes(300), 200);
    /** Packed well enough, a bomb passes the limits of sizes: the other bounds must hold by themselves. */
    static final SheetLimits GENEROUS =
            new SheetLimits(DataSize.ofMegabytes(32), 100_000, DataSize.ofMegabytes(300), 100_000);

    private SheetFixtures() {}

    /** What writes a workbook's first sheet. */
    public interface Content {
        void write(Worksheet sheet) throws IOException;
    }

    public static byte[] xlsx(Content content) {
        return xlsx("数据", content);
    }

    static byte[] xlsx(String sheetName, Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", null)) {
            content.write(workbook.newWorksheet(sheetName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** All cells as texts, row by row from the top. */
    public static byte[] xlsx(List<List<String>> rows) {
        return xlsx(sheet -> {
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        });
    }

    static SheetFile file(byte[] content) {
        return SheetFile.of(content, LIMITS);
    }

    static SheetFile file(String csv) {
        return file(csv.getBytes(StandardCharsets.UTF_8));
    }

    static List<BatchRow> rows(SheetFile file) {
        List<BatchRow> rows = new ArrayList<>();
        try (BatchSheet sheet = file.open()) {
            for (BatchRow row = sheet.next(); row != null; row = sheet.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    static String header() {
        return String.join(
                ",", java.util.Arrays.stream(CertificateField.values()).map(CertificateField::header).toList());
    }

    static void writeHeader(Worksheet sheet, int row) {
        for (CertificateField field : CertificateField.values()) {
            sheet.value(row, field.ordinal(), field.header());
        }
    }

    /** A workbook put together by hand, with any XML for its sheet. */
    static byte[] workbook(Map<String, String> parts) {
        return workbook(parts, "docProps/empty", out -> { });
    }

    /** What writes a part too large to be a text. */
    interface Part {
        void write(OutputStream out) throws IOException;
    }

    static byte[] workbook(Map<String, String> parts, String name, Part large) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry(name));
            large.write(zip);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Map<String, String> parts(String sheetXml) {
        Map<String, String> parts = new java.util.LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>\
                </Types>""");
        parts.put("xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                <sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        parts.put("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>""");
        parts.put("xl/worksheets/sheet1.xml", sheetXml);
        return parts;
    }

    /** A sheet's XML whose first row is the header, and which goes on with these rows. */
    static String sheetXml(String rows) {
        StringBuilder xml = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">");
        for (CertificateField field : CertificateField.values()) {
            xml.append("<c r=\"").append((char) ('A' + field.ordinal())).append("1\" t=\"inlineStr\"><is><t>")
                    .append(field.header()).append("</t></is></c>");
        }
        return xml.append("</row>").append(rows).append("</sheetData></worksheet>").toString();
    }

    /** A workbook that says of itself that it holds macros. */
    public static byte[] withMacros() {
        Map<String, String> parts = parts(sheetXml(""));
        parts.computeIfPresent("[Content_Types].xml", (name, types) ->
                types.replace("spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"));
        return workbook(parts);
    }

    /** A small workbook that becomes a large one. */
    public static byte[] bomb() {
        byte[] megabyte = new byte[1 << 20];
        return workbook(parts(sheetXml("")), "xl/media/image1.png", out -> {
            for (int i = 0; i < 40; i++) {
                out.write(megabyte);
            }
        });
    }
}
