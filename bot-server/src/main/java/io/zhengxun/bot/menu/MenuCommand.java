package io.zhengxun.bot.menu;

import io.zhengxun.wechat.AccountMenu;
import io.zhengxun.wechat.WeChatFailure;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells WeChat the menu: {@code ./menu}. Reads the bot's settings and needs neither database nor Redis. */
public final class MenuCommand {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String USAGE = """
            Usage: ./menu            makes the official account's menu the configured one (zhengxun.menu), if it differs
                   ./menu --show     prints what would be told to WeChat, and tells nothing (also: --dry-run)
                   --name=value      a setting, as for the bot (e.g. --spring.config.additional-location=file:my-menu.yml)""";

    private MenuCommand() {}

    /** Settings are all that is wanted of the context. */
    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int code = run(List.of(arguments), out);
        out.flush();
        System.exit(code);
    }

    /** @return 0 if done, 1 if WeChat refused, 2 if the settings or the arguments cannot be used */
    static int run(List<String> arguments, PrintStream out) {
        boolean shown = arguments.contains("--show") || arguments.contains("--dry-run");
        if (arguments.stream().anyMatch(each -> !each.matches("--(show|dry-run|[\\w.\\[\\]-]+=.*)"))) {
            out.println(USAGE);
            return arguments.contains("--help") ? 0 : 2;
        }
        String[] settings = arguments.stream().filter(each -> each.contains("=")).toArray(String[]::new);
        try (ConfigurableApplicationContext context = context(settings)) {
            return carryOut(context.getEnvironment(), shown, out);
        } catch (BindException e) {
            out.println(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return 2;
        } catch (WeChatFailure e) {
            String request = e.error().requestId();
            out.println("WeChat did not take the menu: error " + e.error().code()
                    + (request.isEmpty() ? "" : " (rid " + request + ")") + ". See docs/runbook.md, Menu not taken.");
            return 1;
        }
    }

    private static int carryOut(Environment settings, boolean shown, PrintStream out) {
        MenuSettings menu = Binder.get(settings).bind("zhengxun.menu", MenuSettings.class).get();
        List<Map<String, Object>> buttons = MenuButtons.of(menu);
        if (shown) {
            out.println(JSON.writeValueAsString(Map.of("button", buttons)));
        } else {
            out.println(AccountMenu.push(settings, buttons)
                    ? "WeChat has taken the menu. Phones show it within some minutes."
                    : "WeChat has this menu already; nothing was changed.");
        }
        return 0;
    }

    private static ConfigurableApplicationContext context(String... settings) {
        return new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("spring.config.name=bot-server", "logging.level.root=ERROR")
                .run(settings);
    }
}
