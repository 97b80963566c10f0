package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.UnreadableSheet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One XML part of an .xlsx under inspection. Each refusal below stands for a way to exhaust the library. */
final class XlsxPart {

    /** Columns A–ZZ; the library keeps a place for each column up to the cell's. */
    private static final int LONGEST_COLUMN_NAME = 2;
    private static final int MOST_COLUMNS = 702;
    private static final int DEEPEST = 100;
    /** For each cell the library walks through all array formulas. */
    private static final int MOST_ARRAY_FORMULAS = 100;
    /** A shared formula is written out anew for each cell that shares it. */
    private static final long MOST_SHARED_CHARACTERS = 50_000_000;

    /** What is counted over all parts. */
    static final class Tally {
        private long sharedStrings;
        private long highestString = -1;
        private long arrayFormulas;
        private long sharingCells;
        private long longestFormula;

        /** The library fills its table of strings up to any index asked for, also one far behind the end. */
        void requireSound() {
            if (highestString >= sharedStrings) {
                throw new UnreadableSheet("broken-workbook");
            }
            if (arrayFormulas > MOST_ARRAY_FORMULAS || sharingCells * longestFormula > MOST_SHARED_CHARACTERS) {
                throw new UnreadableSheet("too-many-formulas");
            }
        }
    }

    private final XMLStreamReader xml;
    private final Tally tally;
    private int depth;
    private boolean stringCell;

    XlsxPart(XMLStreamReader xml, Tally tally) {
        this.xml = xml;
        this.tally = tally;
    }

    void read() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                // No workbook has one; entities have no use here but harm.
                throw new UnreadableSheet("broken-workbook");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                start();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void start() throws XMLStreamException {
        if (++depth > DEEPEST) {
            throw new UnreadableSheet("broken-workbook");
        }
        switch (xml.getLocalName()) {
            case "si" -> tally.sharedStrings++;
            case "c" -> cell();
            case "f" -> formula();
            case "v" -> value();
            default -> { }
        }
    }

    private void cell() {
        stringCell = "s".equals(xml.getAttributeValue(null, "t"));
        String reference = xml.getAttributeValue(null, "r");
        if (reference == null) {
            return;
        }
        int letters = 0;
        while (letters < reference.length() && Character.isLetter(reference.charAt(letters))) {
            letters++;
        }
        if (letters > LONGEST_COLUMN_NAME) {
            throw new UnreadableSheet("too-many-columns", String.valueOf(MOST_COLUMNS));
        }
    }

    private void formula() throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        if ("array".equals(type)) {
            tally.arrayFormulas++;
        } else if ("shared".equals(type)) {
            tally.sharingCells++;
        }
        tally.longestFormula = Math.max(tally.longestFormula, text().length());
    }

    private void value() throws XMLStreamException {
        if (stringCell) {
            String text = text().strip();
            tally.highestString = Math.max(tally.highestString, text.isEmpty() ? -1 : Integer.parseInt(text));
        }
    }

    /** The element's text; its end is read along. */
    private String text() throws XMLStreamException {
        depth--;
        return xml.getElementText();
    }
}
