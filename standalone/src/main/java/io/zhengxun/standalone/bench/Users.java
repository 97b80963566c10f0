package io.zhengxun.standalone.bench;

import io.zhengxun.standalone.bench.Question.Kind;
import io.zhengxun.standalone.simulator.wire.Account;
import io.zhengxun.standalone.simulator.wire.Envelopes;
import io.zhengxun.standalone.simulator.wire.MessageXml;
import io.zhengxun.standalone.simulator.wire.SealedPush;
import io.zhengxun.standalone.simulator.wire.Stamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/** Writes the messages, each as its asker: other people in each run. */
final class Users {

    /** One message that is ready to be sent. */
    record Message(String openId, Question question, SealedPush push) {

        @Override
        public String toString() {
            return "Message";
        }
    }

    private static final long FIRST_MESSAGE_ID = 24_500_000_000_000_000L;

    private final Account account;
    private final Envelopes envelopes;
    private final IntFunction<Question> questions;
    private final String run;
    private final long firstId;

    Users(Account account, IntFunction<Question> questions) {
        this.account = account;
        this.envelopes = new Envelopes(account);
        this.questions = questions;
        // Other users and ids in each run: the bot remembers messages, and limits users, for hours (Q5).
        long seed = ThreadLocalRandom.current().nextLong(0xF_FFFF_FFFFL);
        this.run = "%09x".formatted(seed);
        this.firstId = FIRST_MESSAGE_ID + System.currentTimeMillis() * 1000;
    }

    Message message(int index) {
        Question question = questions.apply(index);
        String openId = "oBench%s%013d".formatted(run, question.asker());
        Instant now = Instant.now();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ToUserName", account.originalId());
        fields.put("FromUserName", openId);
        fields.put("CreateTime", Long.toString(now.getEpochSecond()));
        if (question.kind() == Kind.MENU) {
            fields.put("MsgType", "event");
            fields.put("Event", "CLICK");
            fields.put("EventKey", question.words());
        } else {
            fields.put("MsgType", "text");
            fields.put("Content", question.words());
            fields.put("MsgId", Long.toString(firstId + index));
        }
        return new Message(openId, question, envelopes.seal(openId, MessageXml.write(fields), Stamp.at(now)));
    }
}
