package io.zhengxun.notifier.dispatch;

import io.zhengxun.notifier.channel.Courier;
import io.zhengxun.notifier.channel.Message;
import io.zhengxun.notifier.channel.Outcome;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Does as a test tells it, and remembers what it was given. */
public final class FakeCourier implements Courier {

    private final Channel channel;
    private final List<Message> given = new CopyOnWriteArrayList<>();
    private volatile Function<Message, Outcome> answer;
    private volatile boolean configured;

    FakeCourier(Channel channel) {
        this.channel = channel;
        reset();
    }

    public void reset() {
        given.clear();
        configured = true;
        answer = FakeCourier::accepted;
    }

    /** The same message id for each try of one message, as WeChat does. */
    public static Outcome accepted(Message message) {
        return Outcome.accepted("m" + message.idempotencyId());
    }

    public void answers(Function<Message, Outcome> answers) {
        answer = answers;
    }

    public void answers(Outcome.Result result, String code) {
        answer = message -> Outcome.of(result, code);
    }

    public void configured(boolean is) {
        configured = is;
    }

    public List<Message> given() {
        return given;
    }

    public List<Long> ids() {
        return given.stream().map(Message::noticeId).toList();
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public boolean isConfigured(NoticeKind kind) {
        return configured;
    }

    @Override
    public Outcome send(Message message) {
        given.add(message);
        return answer.apply(message);
    }
}
