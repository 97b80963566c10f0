package io.zhengxun.bot.menu;

import io.zhengxun.understanding.intent.Intent;
import java.util.Optional;

/**
 * What the keys of menu buttons mean. A key names its intent, so that a tap on a menu of last month, which a phone still shows, is
 * understood too.
 */
public final class MenuKeys {

    private static final String PREFIX = "intent:";

    private MenuKeys() {}

    /** The key of a button for an intent. */
    public static String of(Intent intent) {
        return PREFIX + intent.code();
    }

    /** What a tap on a button (the EventKey of a CLICK) wants; empty for a key that is none of ours. */
    public static Optional<Intent> intentOf(String key) {
        return key.startsWith(PREFIX) ? Intent.ofCode(key.substring(PREFIX.length())) : Optional.empty();
    }
}
