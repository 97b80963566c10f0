package io.zhengxun.registry.submission;

/** The same file of the same institution was handed in before (C6). */
public class FileAlreadyHandedIn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FileAlreadyHandedIn() {
        super("The same file of this institution was handed in before.");
    }
}
