package io.zhengxun.bot.callback;

import org.springframework.stereotype.Component;

/** How many messages the bot has really worked on, repeats not counted, over all instances and restarts. */
@Component
public class WorkedMessages {

    private final SharedInbox inbox;

    WorkedMessages(SharedInbox inbox) {
        this.inbox = inbox;
    }

    /** While Redis is away only what this instance has worked on since. */
    public long count() {
        return inbox.workedCount();
    }
}
