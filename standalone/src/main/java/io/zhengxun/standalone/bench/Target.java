package io.zhengxun.standalone.bench;

import io.zhengxun.standalone.simulator.wire.Account;
import java.io.IOException;
import java.net.URI;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * Which system is asked, and as which account.
 *
 * @param callback the callback URL without a query
 */
record Target(URI callback, Account account) {

    /** From the settings that {@code ./run} starts with, the same environment variables included. */
    static Target ofStandalone() throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader().load("standalone", new ClassPathResource("standalone.yml"))
                .forEach(environment.getPropertySources()::addLast);
        Account account = Binder.get(environment).bind("zhengxun.wechat.mp", Account.class).get();
        String port = environment.getRequiredProperty("server.port");
        return new Target(URI.create("http://127.0.0.1:" + port + "/wechat/callback/" + account.appId()), account);
    }

    URI with(String query) {
        return URI.create(callback + "?" + query);
    }
}
