package io.zhengxun.standalone.simulator.chat;

import io.zhengxun.standalone.simulator.SimulatorSettings;
import io.zhengxun.standalone.simulator.wire.Account;
import io.zhengxun.standalone.simulator.wire.Envelopes;
import io.zhengxun.standalone.simulator.wire.InvalidReply;
import io.zhengxun.standalone.simulator.wire.Reply;
import io.zhengxun.standalone.simulator.wire.ReplyReader;
import io.zhengxun.standalone.simulator.wire.SealedPush;
import io.zhengxun.standalone.simulator.wire.Stamp;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Seals, sends and judges: the platform's side of one request. */
@Component
class BotLine {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Envelopes envelopes;
    private final Envelopes wrongEnvelopes;
    private final ReplyReader replies;
    private final BotAddress bot;
    private final SimulatorSettings settings;
    private final Clock clock;

    BotLine(Account account, BotAddress bot, SimulatorSettings settings, Clock clock) {
        this.envelopes = new Envelopes(account);
        this.wrongEnvelopes = new Envelopes(account.withUnknownToken());
        this.replies = new ReplyReader(account);
        this.bot = bot;
        this.settings = settings;
        this.clock = clock;
    }

    /** How long the platform waits for an answer. */
    Duration answerLimit() {
        return settings.answerLimit();
    }

    /** How often one push is sent at most. */
    int attempts() {
        return settings.attempts();
    }

    Instant now() {
        return clock.instant();
    }

    SealedPush seal(Exchange exchange, Stamp stamp, boolean wrongSignature) {
        return (wrongSignature ? wrongEnvelopes : envelopes).seal(exchange.openId(), exchange.plainXml(), stamp);
    }

    CompletableFuture<HttpResponse<byte[]>> post(SealedPush push) {
        HttpRequest request = HttpRequest.newBuilder(bot.with(push.query()))
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofString(push.body()))
                .build();
        return client.sendAsync(request, BodyHandlers.ofByteArray());
    }

    /** The check of a newly set URL. */
    CompletableFuture<HttpResponse<byte[]>> verify(Stamp stamp, String echo, boolean wrongSignature) {
        SealedPush check = (wrongSignature ? wrongEnvelopes : envelopes).verification(stamp, echo);
        return client.sendAsync(HttpRequest.newBuilder(bot.with(check.query())).build(), BodyHandlers.ofByteArray());
    }

    Reply judge(HttpResponse<byte[]> answer, String openId) throws InvalidReply {
        return replies.read(answer.statusCode(), answer.body(), openId);
    }
}
