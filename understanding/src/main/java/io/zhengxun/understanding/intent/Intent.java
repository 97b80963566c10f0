package io.zhengxun.understanding.intent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the bot understands, by the fixed codes of the rulebook's section 8. */
public enum Intent {
    LOOKUP,
    PROGRESS,
    NOT_FOUND,
    HOW_TO_QUERY,
    TIME_LIMITS,
    FEE_REGION,
    CORRECT_DATA,
    DELETE_DATA,
    INSTITUTION_CONTACT,
    COMPLAINT,
    COMPLAINT_STATUS,
    HUMAN,
    SUBSCRIBE,
    PRIVACY,
    COMMITMENT,
    BIND_INSTITUTION,
    TODO,
    RETURN_REASON,
    OVERDUE,
    ISSUANCE,
    GREETING,
    THANKS,
    /** An answer, not an error: the bot says what it can do. */
    OUT_OF_SCOPE;

    private static final Map<String, Intent> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Intent::code, Function.identity()));

    private final String code = name().toLowerCase(Locale.ROOT);

    public String code() {
        return code;
    }

    public static Optional<Intent> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
