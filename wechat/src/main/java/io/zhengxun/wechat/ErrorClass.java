package io.zhengxun.wechat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What WeChat's error codes mean for the caller (wechat-platform.md 6.5). */
public enum ErrorClass {
    /** The access token was refused, and so was the one that replaced it. Nothing was done; may go well later. */
    TOKEN(40001, 40014, 42001, 41001),
    /** Certainly nothing was done; may go well later. */
    TRANSIENT(43108, 61450, 9001002, 45066),
    /** "System busy": usually nothing was done, but a repeat without an idempotency id can double (5.1). */
    BUSY(-1),
    /**
     * Nobody knows whether it was done: no answer in time, a connection that ended, an answer that is not WeChat's (HTTP 5xx
     * of something in between, a body that is not JSON). Only what has an idempotency id may be repeated.
     */
    UNKNOWN,
    /** Too fast for the account. */
    RATE(45011, 44990, 44991, 44993),
    /** The account's quota of the day is used up. */
    QUOTA(45009),
    /** Too many to this person, or the same again too soon. */
    RECIPIENT_RATE(43117, 40241),
    /** The person does not follow the account. */
    NOT_FOLLOWING(43004),
    /** The person gave no consent that is left, or took it back. */
    NO_CONSENT(43101),
    /** This person cannot be reached by this account. */
    RECIPIENT(40003, 40031, 43019, 45015, 45047, 46004, 48002, 50005, 70000),
    /** What was sent is refused and would be again. */
    CONTENT(40007, 40033, 40039, 40062, 40165, 40249, 41030, 44002, 44004, 45002, 45008, 45168, 47001, 47003, 87014),
    /** The template is refused, or the account may not use it. */
    TEMPLATE(40036, 40037, 40246, 40247, 43106, 43107, 43116),
    /** The account is refused until a person acts. */
    ACCOUNT(
            40002, 40008, 40013, 40125, 40164, 40200, 40243, 41002, 41004, 48001, 48004, 48008, 50002, 50004, 50007, 61004,
            89503, 89506, 89507),
    /** A code that nobody told us of: permanent for what was asked (6.5), and counted. */
    UNFORESEEN;

    private static final Map<Integer, ErrorClass> BY_CODE = Arrays.stream(values())
            .flatMap(kind -> kind.codes.stream().map(code -> Map.entry(code, kind)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Set<Integer> codes;

    ErrorClass(Integer... codes) {
        this.codes = Set.of(codes);
    }

    /** @param code an errcode other than 0 */
    static ErrorClass of(int code) {
        return BY_CODE.getOrDefault(code, UNFORESEEN);
    }
}
