package io.zhengxun.wechat;

import io.zhengxun.embedded.SharedServers;
import io.zhengxun.registry.RegistryConfiguration;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test of WeChat's API with a real Redis; all share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = WeChatTest.Module.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.config.name=registry,wechat",
            "spring.messages.basename=messages/registry",
            "zhengxun.wechat.mp.app-id=" + FakeWeChat.APP_ID,
            "zhengxun.wechat.mp.token=" + FakeWeChat.TOKEN,
            "zhengxun.wechat.mp.aes-key=" + FakeWeChat.AES_KEY,
            "zhengxun.wechat.mp.secret=" + FakeWeChat.SECRET,
            "zhengxun.wechat.mp.api-base-url=http://127.0.0.1:1",
            "zhengxun.privacy.encryption-keys.1=AAECAwQFBgcICQoLDA0ODw==",
            "zhengxun.privacy.index-keys.1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        })
@ContextConfiguration(initializers = SharedServers.class)
@interface WeChatTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({RegistryConfiguration.class, WeChatConfiguration.class})
    class Module {}
}
