package io.zhengxun.bot.conversation;

import io.zhengxun.understanding.Decision;
import io.zhengxun.understanding.Understood;
import io.zhengxun.understanding.intent.Intent;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is done about a guess, by its certainty: as {@link Decision} says, and what is asked in the middle of dialogs alone. */
final class Deciding {

    /** In the middle of a dialog: an answer taken for a question loses what was said. Above it 99.4 % are right. */
    static final double INTERRUPTS = 0.9;

    /** Characters; shorter ones are asked of the dialog first, since they may answer it, whatever they look like. */
    private static final int SHORT = 5;

    private static final Set<Intent> PLEASANTRIES = EnumSet.of(Intent.GREETING, Intent.THANKS);

    private Deciding() {}

    static Optional<Intent> byFields(Heard heard) {
        return Decision.byFields(heard.text(), heard.understood());
    }

    static boolean isNothingButFields(Heard heard) {
        return Decision.isNothingButFields(heard.text(), heard.understood());
    }

    static boolean isShort(String typed) {
        String plain = Command.plain(typed);
        return plain.codePointCount(0, plain.length()) < SHORT;
    }

    /** A greeting, thanks, 好的: nothing is asked, and nothing given. */
    static boolean isPleasantry(Heard heard) {
        Understood understood = heard.understood();
        return understood.fields().isEmpty() && clear(understood).filter(PLEASANTRIES::contains).isPresent();
    }

    static boolean isUnknownNumber(Heard heard) {
        return Decision.isUnknownNumber(heard.text(), heard.understood());
    }

    static Optional<Intent> clear(Understood understood) {
        return Decision.clear(understood);
    }

    static List<Intent> close(Understood understood) {
        return Decision.close(understood);
    }
}
