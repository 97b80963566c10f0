package io.zhengxun.bot.conversation;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How a conversation is written down. Another form in a later version gets another number; one not known is begun anew. */
final class TalkForm {

    private static final int VERSION = 1;

    private TalkForm() {}

    private record Written(int version, Talk talk) {}

    static String written(Talk talk) {
        return JsonMapper.shared().writeValueAsString(new Written(VERSION, talk));
    }

    static Talk read(String written) {
        try {
            int version = JsonMapper.shared().readTree(written).path("version").asInt(0);
            return version == VERSION ? JsonMapper.shared().readValue(written, Written.class).talk() : Talk.NEW;
        } catch (JacksonException | IllegalArgumentException e) {
            // Its message would quote what was given (Q6).
            return Talk.NEW;
        }
    }
}
