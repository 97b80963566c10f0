package io.zhengxun.understanding.intent;

/** The sentence model or its native library cannot be loaded here; the lexical part carries on without it. */
final class SentenceModelMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SentenceModelMissing(Throwable cause) {
        super("No sentence model: " + cause.getMessage(), cause);
    }
}
