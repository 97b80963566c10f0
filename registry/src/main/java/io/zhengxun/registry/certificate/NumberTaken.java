package io.zhengxun.registry.certificate;

/** A certificate number is in use already: it is unique for ever, also after deletion (C5). */
public class NumberTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NumberTaken() {
        super("A certificate number of the batch is in use already (C5).");
    }
}
