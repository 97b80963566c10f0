package io.zhengxun.admin.sheet;

import io.zhengxun.registry.submission.UnreadableSheet;
import java.util.HashSet;
import java.util.Set;

/** What is counted over all parts of an .xlsx under inspection. */
final class XlsxTally {

    /** For each cell the library walks through all array formulas. */
    private static final int MOST_ARRAY_FORMULAS = 100;
    /** A shared formula is written out anew for each cell that shares it. */
    private static final long MOST_SHARED_CHARACTERS = 50_000_000;
    /** Of each text that is kept, beside its characters of two bytes. */
    private static final int OVERHEAD = 48;
    /** Two workbooks at once in a heap of 512 MiB; 100,000 rows of nine different texts each take some 60 MB. */
    private static final long MOST_HELD = 96L << 20;

    /** The format has a few thousand, of which a workbook uses some hundred. */
    private static final int MOST_NAMES = 10_000;

    private final Set<String> names = new HashSet<>();
    private long held;
    private long sharedStrings;
    private long highestString = -1;
    private long arrayFormulas;
    private long sharingCells;
    private long longestFormula;

    /** Counts a text that the library keeps till the workbook is closed. */
    void hold(int characters) {
        held += OVERHEAD + 2L * characters;
        if (held > MOST_HELD) {
            throw new UnreadableSheet("inflates");
        }
    }

    /** @param name of an element, an attribute or a prefix; may be null */
    void countName(String name) {
        if (names.add(name) && names.size() > MOST_NAMES) {
            throw new UnreadableSheet("broken-workbook");
        }
    }

    void countSharedString() {
        sharedStrings++;
    }

    void countIndex(int index) {
        highestString = Math.max(highestString, index);
    }

    /** @param type of the formula, or null for one of a single cell */
    void countFormula(String type, int characters) {
        if ("array".equals(type)) {
            arrayFormulas++;
            hold(characters);
        } else if ("shared".equals(type)) {
            sharingCells++;
            hold(characters);
        }
        longestFormula = Math.max(longestFormula, characters);
    }

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
