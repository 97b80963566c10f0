package io.zhengxun.registry.submission;

/** A sheet that is being stored turned out to be faulty: what is stored of it is undone. Never leaves the package. */
class FaultySheet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Chunk.Flawed first;

    FaultySheet(Chunk.Flawed first) {
        super("A sheet is faulty.", null, false, false);
        this.first = first;
    }

    Chunk.Flawed first() {
        return first;
    }
}
