package io.zhengxun.bot;

import io.zhengxun.bot.conversation.Conversation;
import org.mockito.Mockito;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The callback's tests decide how long the conversation takes and what it says. Without a stereotype: not to be scanned. */
class ScriptedConversation {

    @Bean
    @Primary
    Conversation scripted() {
        return Mockito.mock(Conversation.class);
    }
}
