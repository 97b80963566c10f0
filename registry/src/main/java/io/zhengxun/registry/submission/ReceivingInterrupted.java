package io.zhengxun.registry.submission;

/** Receiving a batch was interrupted, e.g. by a stop of the application; nothing of it is stored. */
public class ReceivingInterrupted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReceivingInterrupted() {
        super("Receiving a batch was interrupted; nothing of it is stored, it can be handed in again.");
    }
}
