package io.zhengxun.wechat;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The APIs of the official account and of the mini-program, and what WxJava does for us on the same connections. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WeChatApiConfiguration {

    @Bean(destroyMethod = "close")
    WeChatHttp weChatHttp(WeChatHttpSettings settings) {
        return new WeChatHttp(settings);
    }

    /** The official account's; the mini-program's stays within its API. */
    @Bean
    AccessTokens accessTokens(WeChatAccount account, WeChatApis apis) {
        return apis.tokens(account.apiBaseUrl(), account.appId(), account.secret());
    }

    /** The official account's. */
    @Bean
    WeChatApi weChatApi(WeChatAccount account, WeChatApis apis, AccessTokens tokens) {
        return apis.api(account.apiBaseUrl(), tokens);
    }

    @Bean
    MiniProgram miniProgram(MiniProgramAccount mini, WeChatAccount account, WeChatApis apis) {
        return new MiniProgram(Optional.of(mini).filter(MiniProgramAccount::isConfigured).map(configured -> {
            String baseUrl = account.apiBaseUrl();
            return apis.api(baseUrl, apis.tokens(baseUrl, configured.appId(), configured.secret()));
        }));
    }

    @Bean
    PlatformService platformService(WeChatAccount account, WeChatHttp http, AccessTokens tokens) {
        return new PlatformService(account, http, tokens);
    }

    @Bean
    QrCodes qrCodes(PlatformService platform) {
        return new QrCodes(platform);
    }

    @Bean
    Followers followers(PlatformService platform) {
        return new Followers(platform);
    }

    @Bean
    Media weChatMedia(WeChatApi api) {
        return new Media(api);
    }

    @Bean
    AccountMenu accountMenu(WeChatApi api) {
        return new AccountMenu(api);
    }

    @Bean
    PageSigning pageSigning(PlatformService platform, Clock clock) {
        return new PageSigning(platform, clock);
    }

    @Bean
    WebLogin webLogin(PlatformService platform) {
        return new WebLogin(platform);
    }
}
