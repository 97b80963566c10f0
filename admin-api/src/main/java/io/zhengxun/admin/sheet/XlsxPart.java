package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.UnreadableSheet;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One XML part of an .xlsx under inspection. Each refusal below stands for a way to exhaust the library. */
final class XlsxPart {

    /** Columns A–ZZ; the library keeps a place for each column up to the cell's. */
    private static final int LONGEST_COLUMN_NAME = 2;
    private static final int MOST_COLUMNS = 702;
    private static final int DEEPEST = 100;
    /** What spreadsheets allow. */
    private static final int LONGEST_CELL = 32_767;
    /** A text, a comment, or a start tag with its attributes is in memory as a whole before its length is known. */
    private static final int LONGEST_TOKEN = 2 << 20;

    private final XMLStreamReader xml;
    private final XlsxTally tally;
    private int tokenBytes;
    private int depth;
    /** The depth of the open {@code c} or {@code si}, of the open {@code row}; 0 if there is none. */
    private int cell;
    private int row;
    private int cellsOfRow;
    private boolean stringCell;
    private int characters;
    /** The text of an {@code f} or {@code v}; null outside of them. */
    private StringBuilder text;
    private String formulaType;

    XlsxPart(InputStream in, XMLInputFactory factory, XlsxTally tally) throws XMLStreamException {
        this.xml = factory.createXMLStreamReader(new CountedStream(in) {
            @Override
            void counted(long total, int more) {
                countToken(more);
            }
        });
        this.tally = tally;
    }

    private void countToken(int more) {
        tokenBytes += more;
        if (tokenBytes > LONGEST_TOKEN) {
            throw cell > 0 ? tooLong() : new UnreadableSheet("inflates");
        }
    }

    private static UnreadableSheet tooLong() {
        return new UnreadableSheet("cell-too-long", String.valueOf(LONGEST_CELL));
    }

    void read() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            tokenBytes = 0;
            switch (event) {
                // No workbook has one; entities have no use here but harm.
                case XMLStreamConstants.DTD -> throw new UnreadableSheet("broken-workbook");
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> characters();
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> tally.countName(xml.getPITarget());
                default -> { }
            }
        }
    }

    private void start() {
        // The library joins the text of nested elements: nesting where there is none would hide it from the counts.
        if (++depth > DEEPEST || text != null) {
            throw new UnreadableSheet("broken-workbook");
        }
        countNames();
        switch (xml.getLocalName()) {
            case "row" -> row = row == 0 ? depth : row;
            case "si" -> sharedString();
            case "c" -> cell();
            case "f", "v" -> formulaOrValue();
            case "xf", "numFmt", "sheet" -> tally.hold(attributeCharacters());
            case "Relationship" -> {
                forbidMacros();
                tally.hold(attributeCharacters());
            }
            case "Default", "Override" -> forbidMacros();
            default -> { }
        }
    }

    /** A project of macros is known by its type wherever it lies; the type of the workbook need not admit it. */
    private void forbidMacros() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeValue(i).toLowerCase(Locale.ROOT).contains("vbaproject")) {
                throw new UnreadableSheet("macros");
            }
        }
    }

    /** The parser keeps every name till the end of the part. */
    private void countNames() {
        tally.countName(xml.getLocalName());
        tally.countName(xml.getPrefix());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            tally.countName(xml.getAttributeLocalName(i));
            tally.countName(xml.getAttributePrefix(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            tally.countName(xml.getNamespacePrefix(i));
        }
    }

    private void end() {
        switch (xml.getLocalName()) {
            case "f" -> tally.countFormula(formulaType, text.length());
            case "v" -> countIndex();
            case "si" -> tally.hold(characters);
            default -> { }
        }
        text = null;
        if (depth == cell) {
            cell = 0;
        }
        if (depth == row) {
            row = 0;
            cellsOfRow = 0;
        }
        depth--;
    }

    private void characters() {
        if (cell > 0) {
            characters += xml.getTextLength();
            if (characters > LONGEST_CELL) {
                throw tooLong();
            }
            if (text != null) {
                text.append(xml.getText());
            }
        }
    }

    private void sharedString() {
        open();
        tally.countSharedString();
    }

    private void open() {
        if (cell > 0) {
            throw new UnreadableSheet("broken-workbook");
        }
        cell = depth;
        characters = 0;
    }

    private void cell() {
        open();
        stringCell = "s".equals(xml.getAttributeValue(null, "t"));
        // A cell that does not tell its place stands behind the last one.
        boolean beyond = row > 0 && ++cellsOfRow > MOST_COLUMNS;
        if (beyond || lettersOf(xml.getAttributeValue(null, "r")) > LONGEST_COLUMN_NAME) {
            throw new UnreadableSheet("too-many-columns", String.valueOf(MOST_COLUMNS));
        }
    }

    private static int lettersOf(String reference) {
        int letters = 0;
        while (reference != null && letters < reference.length() && Character.isLetter(reference.charAt(letters))) {
            letters++;
        }
        return letters;
    }

    private void formulaOrValue() {
        text = new StringBuilder();
        formulaType = xml.getAttributeValue(null, "t");
    }

    private void countIndex() {
        String index = text.toString().strip();
        if (stringCell && cell > 0 && !index.isEmpty()) {
            tally.countIndex(Integer.parseInt(index));
        }
    }

    private int attributeCharacters() {
        int sum = 0;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            sum += xml.getAttributeValue(i).length();
        }
        return sum;
    }
}
