package io.zhengxun.registry.digest;

/** Another instance took the run over, since this one was too slow: what it is doing is undone. */
class ClaimLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClaimLost(long run) {
        super("Another instance has taken over run " + run + ".");
    }
}
