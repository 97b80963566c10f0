package io.zhengxun.bot;

import io.zhengxun.embedded.SharedServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** The whole bot on real servers, from the callback to what it really says. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = BotServerApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=bot-server",
            "zhengxun.wechat.mp.app-id=" + WeChat.APP_ID,
            "zhengxun.wechat.mp.token=" + WeChat.TOKEN,
            "zhengxun.wechat.mp.aes-key=" + WeChat.AES_KEY,
            "zhengxun.wechat.mp.secret=test0secret0test0secret",
            "zhengxun.wechat.mp.mode=safe",
            "zhengxun.wechat.mp.api-base-url=http://127.0.0.1:1",
            "zhengxun.callback.rehearsal=0s",
            "zhengxun.privacy.encryption-keys.1=AAECAwQFBgcICQoLDA0ODw==",
            "zhengxun.privacy.index-keys.1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            // The refusals of the tests all come from one address.
            "zhengxun.limits.address[0].times=200",
            "zhengxun.limits.address[0].per=1m"
        })
@ContextConfiguration(initializers = SharedServers.class)
public @interface WholeBotTest {}
