package io.zhengxun.standalone.simulator.chat;

import io.zhengxun.standalone.simulator.SimulatorRefusal;
import io.zhengxun.standalone.simulator.fault.FaultSwitch;
import io.zhengxun.standalone.simulator.wire.Accounts;
import io.zhengxun.standalone.simulator.wire.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What really went over the wire. */
@RestController
@RequestMapping("/simulator")
class ExchangeController {

    record ExchangeView(long number, String openId, Instant at, String plainXml, List<Attempt> attempts) {}

    /** Whether the bot gave the echo back byte for byte; status 0 when it could not be reached. */
    record Verification(boolean good, int status) {}

    private final Exchanges exchanges;
    private final BotLine line;
    private final FaultSwitch faults;
    private final Accounts accounts;

    ExchangeController(Exchanges exchanges, BotLine line, FaultSwitch faults, Accounts accounts) {
        this.exchanges = exchanges;
        this.line = line;
        this.faults = faults;
        this.accounts = accounts;
    }

    @GetMapping("/exchanges/{number}")
    ExchangeView exchange(@PathVariable long number) {
        return exchanges.find(number)
                .map(found -> new ExchangeView(
                        found.number(), found.openId(), found.at(), found.plainXml(), found.attempts()))
                .orElseThrow(() -> new SimulatorRefusal(HttpStatus.NOT_FOUND, "unknown-exchange"));
    }

    /** Checks the callback URL as the platform does when it is entered in its console. */
    @PostMapping("/verification")
    CompletableFuture<Verification> verify() {
        String echo = UUID.randomUUID().toString();
        Stamp stamp = Stamp.at(line.now().plusSeconds(faults.now().clockOffsetSeconds()));
        return line.verify(accounts.mp(), stamp, echo, faults.now().wrongSignature())
                .thenApply(answer -> {
                    String body = new String(answer.body(), StandardCharsets.UTF_8);
                    return new Verification(answer.statusCode() == 200 && body.equals(echo), answer.statusCode());
                })
                .exceptionally(failure -> new Verification(false, 0));
    }
}
