package io.zhengxun.standalone.simulator.chat;

import io.zhengxun.standalone.simulator.SimulatorSettings;
import io.zhengxun.standalone.simulator.wire.Account;
import io.zhengxun.standalone.simulator.wire.Accounts;
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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Seals, sends and judges: the platform's side of one request. */
@Component
class BotLine {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, Seal> seals;
    private final BotAddress bot;
    private final SimulatorSettings settings;
    private final Clock clock;

    /** What an account signs and reads with. */
    private record Seal(Envelopes right, Envelopes wrong, ReplyReader replies) {

        private Seal(Account account) {
            this(new Envelopes(account), new Envelopes(account.withUnknownToken()), new ReplyReader(account));
        }

        private Envelopes envelopes(boolean wrongSignature) {
            return wrongSignature ? wrong : right;
        }
    }

    BotLine(Accounts accounts, BotAddress bot, SimulatorSettings settings, Clock clock) {
        this.seals = accounts.all().stream().collect(Collectors.toMap(Account::appId, Seal::new));
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

    /** Whether there is a bot to push to. */
    boolean leadsToABot() {
        return bot.exists();
    }

    SealedPush seal(Exchange exchange, Stamp stamp, boolean wrongSignature) {
        return sealOf(exchange.account())
                .envelopes(wrongSignature)
                .seal(exchange.openId(), exchange.plainXml(), stamp);
    }

    CompletableFuture<HttpResponse<byte[]>> post(Account account, SealedPush push) {
        HttpRequest request = HttpRequest.newBuilder(bot.of(account, push.query()))
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofString(push.body()))
                .build();
        return client.sendAsync(request, BodyHandlers.ofByteArray());
    }

    /** The check of a newly set URL. */
    CompletableFuture<HttpResponse<byte[]>> verify(Account account, Stamp stamp, String echo, boolean wrongSignature) {
        SealedPush check = sealOf(account).envelopes(wrongSignature).verification(stamp, echo);
        return client.sendAsync(
                HttpRequest.newBuilder(bot.of(account, check.query())).build(), BodyHandlers.ofByteArray());
    }

    Reply judge(HttpResponse<byte[]> answer, Exchange exchange) throws InvalidReply {
        return sealOf(exchange.account()).replies().read(answer.statusCode(), answer.body(), exchange.openId());
    }

    private Seal sealOf(Account account) {
        return seals.get(account.appId());
    }
}
