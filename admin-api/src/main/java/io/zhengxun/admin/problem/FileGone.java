package io.zhengxun.admin.problem;

/** An uploaded file is not kept any longer, or was accepted and never kept. */
public class FileGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FileGone() {
        super("The uploaded file is not kept.");
    }
}
