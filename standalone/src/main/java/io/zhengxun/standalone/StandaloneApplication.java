package io.zhengxun.standalone;

import io.zhengxun.admin.AdminApiApplication;
import io.zhengxun.bot.BotServerApplication;
import io.zhengxun.notifier.NotifierApplication;
import io.zhengxun.standalone.start.Launcher;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The three applications, a WeChat simulator and demo data in one JVM, on embedded servers. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({BotServerApplication.class, AdminApiApplication.class, NotifierApplication.class})
public class StandaloneApplication {

    public static void main(String[] arguments) {
        new Launcher().launch(StandaloneApplication.class, arguments);
    }
}
