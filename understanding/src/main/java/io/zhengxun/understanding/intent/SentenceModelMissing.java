package io.zhengxun.understanding.intent;

/** The sentence model or its native library cannot be loaded here; the lexical part carries on without it. */
final class SentenceModelMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SentenceModelMissing(Throwable cause) {
        super("No sentence model: " + first(cause), cause);
    }

    /** What a native library cannot do is told by the innermost cause; the errors around it say nothing. */
    private static Throwable first(Throwable cause) {
        return cause.getCause() == null ? cause : first(cause.getCause());
    }
}
