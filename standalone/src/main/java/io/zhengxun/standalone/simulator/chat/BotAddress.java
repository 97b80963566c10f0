package io.zhengxun.standalone.simulator.chat;

import io.zhengxun.standalone.simulator.SimulatorSettings;
import io.zhengxun.standalone.simulator.wire.Account;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The callback URLs that are entered in the platform's console, one for each account. */
@Component
class BotAddress {

    private final SimulatorSettings settings;
    private final Environment environment;

    BotAddress(SimulatorSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** Whether anybody listens at all. */
    boolean exists() {
        return !settings.botBaseUrl().equals(SimulatorSettings.NO_BOT);
    }

    URI of(Account account, String query) {
        return URI.create(base() + "/wechat/callback/" + account.appId() + "?" + query);
    }

    /** The port is known only once the server listens: 0 asks for any. */
    private String base() {
        return settings.botBaseUrl().isEmpty()
                ? "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port")
                : settings.botBaseUrl();
    }
}
