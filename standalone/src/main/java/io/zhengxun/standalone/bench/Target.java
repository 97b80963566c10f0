package io.zhengxun.standalone.bench;

import io.zhengxun.standalone.simulator.wire.Account;
import io.zhengxun.standalone.simulator.wire.Mode;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * Which system is asked, and as which account.
 *
 * @param callback the callback URL without a query
 */
record Target(URI callback, Account account) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{43}");

    /**
     * From the settings that {@code ./run} starts with, the same environment variables included.
     *
     * @throws Options.Misuse if a variable cannot be used
     */
    static Target ofStandalone() throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader().load("standalone", new ClassPathResource("standalone.yml"))
                // A later document of the file overrides an earlier one.
                .forEach(document -> environment.getPropertySources().addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, document));
        return of(environment);
    }

    static Target of(ConfigurableEnvironment environment) {
        Account account;
        try {
            account = Binder.get(environment).bind("zhengxun.wechat.mp", Account.class).get();
        } catch (BindException e) {
            throw new Options.Misuse("The WECHAT_MP_* settings cannot be read; WECHAT_MP_MODE is safe, compatible or plain.");
        }
        if (account.mode() != Mode.PLAIN && !KEY.matcher(account.aesKey()).matches()) {
            throw new Options.Misuse("WECHAT_MP_AES_KEY must have 43 letters and digits.");
        }
        String base = "http://127.0.0.1:" + port(environment.getRequiredProperty("server.port"));
        return new Target(URI.create(base + "/wechat/callback/" + account.appId()), account);
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new Options.Misuse("PORT must be a number.");
        }
        throw new Options.Misuse("PORT must be from 1 to 65535.");
    }

    URI with(String query) {
        return URI.create(callback + "?" + query);
    }
}
