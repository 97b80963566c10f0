package io.zhengxun.admin.sheet;

import com.fasterxml.aalto.stax.EventFactoryImpl;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Writes an inspected workbook anew with its ISO dates as texts: cells of type {@code d} (ECMA-376 18.18.11) are
 * allowed, but the library knows no such type.
 */
final class IsoDates {

    private static final Pattern SHEET = Pattern.compile(".*worksheets/[^/]+\\.xml");
    private static final Pattern MOMENT = Pattern.compile("\\s*(\\d{4}-\\d{2}-\\d{2})T[0-9:.]+Z?\\s*");
    private static final XMLInputFactory IN = input();
    private static final XMLOutputFactory OUT = new OutputFactoryImpl();
    private static final XMLEventFactory EVENTS = new EventFactoryImpl();

    private IsoDates() {}

    static byte[] asTexts(byte[] workbook) throws IOException, XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(workbook.length);
        try (ZipFile from = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream to = new ZipOutputStream(out)) {
            to.setLevel(Deflater.BEST_SPEED);
            for (ZipArchiveEntry part : Collections.list(from.getEntries())) {
                to.putNextEntry(new ZipEntry(part.getName()));
                try (InputStream content = from.getInputStream(part)) {
                    copy(part.getName(), content, to);
                }
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static void copy(String name, InputStream in, OutputStream out) throws IOException, XMLStreamException {
        if (SHEET.matcher(name).matches()) {
            copySheet(IN.createXMLEventReader(in), OUT.createXMLEventWriter(out, "UTF-8"));
        } else {
            in.transferTo(out);
        }
    }

    private static void copySheet(XMLEventReader in, XMLEventWriter out) throws XMLStreamException {
        boolean date = false;
        while (in.hasNext()) {
            XMLEvent event = in.nextEvent();
            if (event.isStartElement() && isCell(event.asStartElement())) {
                date = isDate(event.asStartElement());
                out.add(date ? asText(event.asStartElement()) : event);
            } else if (date && event.isCharacters()) {
                String text = event.asCharacters().getData();
                out.add(EVENTS.createCharacters(MOMENT.matcher(text).replaceFirst("$1")));
            } else if (!event.isStartDocument()) {
                // The declaration may name another encoding.
                out.add(event);
            }
        }
        out.flush();
    }

    private static boolean isCell(StartElement element) {
        return element.getName().getLocalPart().equals("c");
    }

    private static boolean isDate(StartElement cell) {
        for (Iterator<Attribute> all = cell.getAttributes(); all.hasNext(); ) {
            if (isDateType(all.next())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDateType(Attribute attribute) {
        return attribute.getName().getLocalPart().equals("t") && attribute.getValue().equals("d");
    }

    private static StartElement asText(StartElement cell) {
        List<Attribute> attributes = new ArrayList<>();
        cell.getAttributes().forEachRemaining(attribute ->
                attributes.add(isDateType(attribute) ? EVENTS.createAttribute("t", "str") : attribute));
        return EVENTS.createStartElement(cell.getName(), attributes.iterator(), cell.getNamespaces());
    }

    private static XMLInputFactory input() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_COALESCING, Boolean.TRUE);
        return factory;
    }
}
