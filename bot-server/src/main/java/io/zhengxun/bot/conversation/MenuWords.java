package io.zhengxun.bot.conversation;

import io.zhengxun.bot.dialog.Tap;
import io.zhengxun.understanding.Decision;
import io.zhengxun.understanding.intent.Intent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The words by which intents are offered to be tapped; who taps or types them means that intent for certain. */
@Component
class MenuWords {

    /** Nobody is asked whether they meant these. */
    static final Set<Intent> NEVER_OFFERED = Decision.NEVER_OFFERED;

    private static final int LONGEST = 40;

    private final Map<Intent, String> words = new EnumMap<>(Intent.class);
    private final Map<String, Intent> intents = new HashMap<>();

    MenuWords(ConversationText text) {
        Arrays.stream(Intent.values()).filter(intent -> !NEVER_OFFERED.contains(intent)).forEach(intent -> {
            String offered = text.of("intent." + intent);
            words.put(intent, offered);
            Intent other = intents.put(Command.plain(offered), intent);
            if (other != null) {
                throw new IllegalStateException("bot.intent." + intent + " and bot.intent." + other + " must differ.");
            }
        });
    }

    Optional<Intent> read(String typed) {
        return typed.length() > LONGEST ? Optional.empty() : Optional.ofNullable(intents.get(Command.plain(typed)));
    }

    String of(Intent intent) {
        return words.get(intent);
    }

    /** One tap a line. */
    String taps(List<Intent> offered) {
        return offered.stream().map(this::tap).collect(Collectors.joining("\n"));
    }

    private String tap(Intent intent) {
        return "· " + Tap.of(of(intent), of(intent), "intent");
    }
}
