package io.zhengxun.registry.submission;

import java.util.Optional;

/** The same file of the same institution was handed in before (C6). */
public class FileAlreadyHandedIn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Submission earlier;

    FileAlreadyHandedIn() {
        this(null);
    }

    FileAlreadyHandedIn(Submission earlier) {
        super("The same file of this institution was handed in before.");
        this.earlier = earlier;
    }

    /** The batch that came in it. */
    public Optional<Submission> earlier() {
        return Optional.ofNullable(earlier);
    }
}
