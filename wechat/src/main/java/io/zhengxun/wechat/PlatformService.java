package io.zhengxun.wechat;

import java.io.IOException;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.mp.api.impl.WxMpServiceHttpComponentsImpl;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/**
 * WxJava on our HTTP client and with our tokens. Its own client trusts every certificate, and its own way of calling repeats
 * "system busy" up to five times and logs addresses with tokens (wechat-platform.md 5.1, 11).
 */
final class PlatformService extends WxMpServiceHttpComponentsImpl {

    private final CloseableHttpClient client;
    private final AccessTokens tokens;

    PlatformService(WeChatAccount account, WeChatHttp http, AccessTokens tokens) {
        this.client = http.client();
        this.tokens = tokens;
        WxMpDefaultConfigImpl settings = new WxMpDefaultConfigImpl();
        settings.setAppId(account.appId());
        settings.setSecret(account.secret());
        settings.setHostConfig(new WxMpHostConfig(account.apiBaseUrl(), account.openBaseUrl(), account.siteBaseUrl()));
        setWxMpConfigStorage(settings);
    }

    @Override
    public void initHttp() {
        // Ours is there already.
    }

    @Override
    public CloseableHttpClient getRequestHttpClient() {
        return client;
    }

    @Override
    public String getAccessToken(boolean forceRefresh) {
        return tokens.current();
    }

    @Override
    public <T, E> T execute(RequestExecutor<T, E> executor, String uri, E data) throws WxErrorException {
        String token = tokens.current();
        try {
            return once(executor, withToken(uri, token), data);
        } catch (WxErrorException e) {
            if (ErrorClass.of(e.getError().getErrorCode()) != ErrorClass.TOKEN) {
                throw e;
            }
            return once(executor, withToken(uri, tokens.insteadOf(token)), data);
        }
    }

    private static <T, E> T once(RequestExecutor<T, E> executor, String uri, E data) throws WxErrorException {
        try {
            return executor.execute(uri, data, WxType.MP);
        } catch (IOException e) {
            throw new WeChatFailure(ApiError.of(e));
        }
    }

    private static String withToken(String uri, String token) {
        return uri + (uri.contains("?") ? "&" : "?") + "access_token=" + token;
    }

    /** A call by WxJava. */
    interface Call<T> {

        T make() throws WxErrorException;
    }

    /** @throws WeChatFailure for whatever WxJava throws: its messages contain addresses and bodies */
    static <T> T calling(Call<T> call) {
        try {
            return call.make();
        } catch (WeChatFailure e) {
            throw e;
        } catch (WxErrorException e) {
            int code = e.getError().getErrorCode();
            String text = e.getError().getErrorMsg();
            throw new WeChatFailure(
                    e.getCause() instanceof IOException cause
                            ? ApiError.of(cause)
                            : ApiError.of(code, text == null ? "" : text));
        } catch (RuntimeException e) {
            throw new WeChatFailure(ApiError.unknown("not JSON"));
        }
    }
}
