package io.zhengxun.bot.conversation;

import io.zhengxun.bot.dialog.Said;
import io.zhengxun.understanding.Understood;
import io.zhengxun.understanding.field.TypedFields;
import io.zhengxun.understanding.intent.Guess;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.wechat.OpenId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message of a person, whichever way it came.
 *
 * @param certainty how it is known what is wanted
 */
record Heard(OpenId user, String text, Understood understood, Optional<String> picture, Certainty certainty) {

    enum Certainty {
        /** A button of the menu was tapped. */
        BUTTON,
        /** The very words that the bot offers for an intent. */
        OFFERED_WORDS,
        /** Words of one's own, or a picture. */
        GUESSED
    }

    static Heard words(OpenId user, String text, Understood understood) {
        return new Heard(user, text, understood, Optional.empty(), Certainty.GUESSED);
    }

    static Heard offeredWords(OpenId user, String text, Intent intent) {
        return new Heard(user, text, certain(intent), Optional.empty(), Certainty.OFFERED_WORDS);
    }

    static Heard button(OpenId user, Intent intent) {
        return new Heard(user, "", certain(intent), Optional.empty(), Certainty.BUTTON);
    }

    static Heard picture(OpenId user, String mediaId) {
        return new Heard(user, "", certain(Intent.OUT_OF_SCOPE), Optional.of(mediaId), Certainty.GUESSED);
    }

    /** For a dialog that begins anew: nothing is said but that it is wanted. */
    static Said nothingBut(OpenId user, Intent intent) {
        return new Said(user, "", certain(intent), Optional.empty());
    }

    Said said() {
        return new Said(user, text, understood, picture);
    }

    private static Understood certain(Intent intent) {
        List<Guess> others = Arrays.stream(Intent.values())
                .filter(other -> other != intent)
                .map(other -> new Guess(other, 0))
                .toList();
        return new Understood(Stream.concat(Stream.of(new Guess(intent, 1)), others.stream()).toList(), TypedFields.NONE);
    }

    @Override
    public String toString() {
        return "Heard[%d characters]".formatted(text.length());
    }
}
