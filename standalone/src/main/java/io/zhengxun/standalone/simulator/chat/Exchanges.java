package io.zhengxun.standalone.simulator.chat;

import io.zhengxun.standalone.simulator.wire.Account;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The latest exchanges, for a look at what really went over the wire. In memory only: they hold what people wrote. */
@Component
class Exchanges {

    private static final int KEPT = 500;

    private final Map<Long, Exchange> latest = new LinkedHashMap<>();
    private long last;

    synchronized Exchange open(Account account, String openId, String plainXml, Instant at) {
        Exchange exchange = new Exchange(++last, account, openId, plainXml, at);
        latest.put(exchange.number(), exchange);
        if (latest.size() > KEPT) {
            latest.remove(latest.keySet().iterator().next());
        }
        return exchange;
    }

    synchronized Optional<Exchange> find(long number) {
        return Optional.ofNullable(latest.get(number));
    }
}
