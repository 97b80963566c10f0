package io.zhengxun.registry.privacy;

/** A sealed value cannot be opened: changed, cut, or its key is gone. Never names the value. */
public class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBroken(String message) {
        super(message);
    }
}
