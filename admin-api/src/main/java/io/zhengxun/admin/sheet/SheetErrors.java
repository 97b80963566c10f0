package io.zhengxun.admin.sheet;

import java.util.function.IntFunction;

/** The errors of a sheet, row by row in ascending order; some may be of rows that are missing behind the last. */
public interface SheetErrors {

    /** The errors of a row as one text, empty if it has none. */
    String of(int rowNo);

    /** Whether there are errors of later rows than those asked for. */
    boolean goOn();

    /** Errors of rows that are there. */
    static SheetErrors of(IntFunction<String> errors) {
        return new SheetErrors() {
            @Override
            public String of(int rowNo) {
                return errors.apply(rowNo);
            }

            @Override
            public boolean goOn() {
                return false;
            }
        };
    }
}
