package io.zhengxun.admin.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.zhengxun.registry.submission.UnreadableSheet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through an uploaded .xlsx before the library reads it: every part is inflated once against the limits, since
 * declared sizes may lie, and whatever would make the library take memory or time without end is refused. It opens
 * the archive the way the library does, so that both see the same parts.
 */
final class XlsxInspection {

    private static final int MOST_PARTS = 2000;
    /** Small parts may repeat themselves without doing harm. */
    private static final long RATIO_COUNTS_FROM = 1 << 20;
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int CONTENT_TYPES_READ = 1 << 16;
    private static final String WORKBOOK_TYPE = "spreadsheetml.sheet.main+xml";
    private static final String MACRO_TYPE = "macroEnabled";
    private static final String MACRO_PART = "vbaproject.bin";
    private static final XMLInputFactory XML = xml();

    private final SheetLimits limits;
    private long inflated;

    private XlsxInspection(SheetLimits limits) {
        this.limits = limits;
    }

    /** @throws UnreadableSheet if the archive is broken, no .xlsx, or beyond the limits */
    static void inspect(byte[] content, SheetLimits limits) {
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            new XlsxInspection(limits).inspect(zip);
        } catch (UnreadableSheet e) {
            throw e;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // Damage shows as all kinds of exceptions; their messages may quote the file.
            throw new UnreadableSheet("broken-workbook");
        }
    }

    private void inspect(ZipFile zip) throws IOException, XMLStreamException {
        List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
        if (parts.size() > MOST_PARTS) {
            throw new UnreadableSheet("inflates");
        }
        requireWorkbook(zip);
        if (parts.stream().anyMatch(part -> part.getName().toLowerCase(Locale.ROOT).endsWith(MACRO_PART))) {
            throw new UnreadableSheet("macros");
        }
        XlsxTally tally = new XlsxTally();
        for (ZipArchiveEntry part : parts) {
            try (InputStream in = bounded(zip, part)) {
                inspect(in, part, tally);
                // Every byte counts, also of what nobody reads.
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        tally.requireSound();
    }

    /** Every part is read as XML until it turns out not to be: the library takes one of any name for a sheet. */
    private static void inspect(InputStream in, ZipArchiveEntry part, XlsxTally tally) throws XMLStreamException {
        try {
            new XlsxPart(in, XML, tally).read();
        } catch (XMLStreamException e) {
            if (part.getName().toLowerCase(Locale.ROOT).endsWith(".xml")) {
                throw e;
            }
        }
    }

    private static void requireWorkbook(ZipFile zip) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(CONTENT_TYPES);
        if (entry == null) {
            throw new UnreadableSheet("other-format");
        }
        String types;
        try (InputStream in = zip.getInputStream(entry)) {
            types = new String(in.readNBytes(CONTENT_TYPES_READ), StandardCharsets.UTF_8);
        }
        if (types.contains(MACRO_TYPE)) {
            throw new UnreadableSheet("macros");
        }
        if (!types.contains(WORKBOOK_TYPE)) {
            throw new UnreadableSheet("other-format");
        }
    }

    private InputStream bounded(ZipFile zip, ZipArchiveEntry part) throws IOException {
        long packed = Math.max(1, part.getCompressedSize());
        return new CountedStream(zip.getInputStream(part)) {
            @Override
            void counted(long ofThisPart, int more) {
                inflated += more;
                boolean blownUp = ofThisPart > RATIO_COUNTS_FROM && ofThisPart / packed > limits.inflation();
                if (blownUp || inflated > limits.inflatedSize().toBytes()) {
                    throw new UnreadableSheet("inflates");
                }
            }
        };
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        return factory;
    }
}
