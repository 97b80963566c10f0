package io.zhengxun.standalone.simulator.chat;

import io.zhengxun.standalone.simulator.SimulatorSettings;
import io.zhengxun.standalone.simulator.wire.Account;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The callback URL that is entered in the platform's console. */
@Component
class BotAddress {

    private final SimulatorSettings settings;
    private final Account account;
    private final Environment environment;

    BotAddress(SimulatorSettings settings, Account account, Environment environment) {
        this.settings = settings;
        this.account = account;
        this.environment = environment;
    }

    URI with(String query) {
        return URI.create(base() + "/wechat/callback/" + account.appId() + "?" + query);
    }

    /** The port is known only once the server listens: 0 asks for any. */
    private String base() {
        return settings.botBaseUrl().isEmpty()
                ? "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")
                : settings.botBaseUrl();
    }
}
