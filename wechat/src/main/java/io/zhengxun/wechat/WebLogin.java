package io.zhengxun.wechat;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.bean.oauth2.WxOAuth2AccessToken;
import me.chanjar.weixin.common.service.WxOAuth2Service;

/** Learns who looks at a web page within WeChat, without a question to them: OAuth with snsapi_base (wechat-platform.md 8.1). */
public class WebLogin {

    private static final String SCOPE = "snsapi_base";
    private static final Pattern STATE = Pattern.compile("[a-zA-Z0-9]{1,128}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /** A code that is wrong, too old or used before. */
    private static final Set<String> BAD_CODES = Set.of("40029", "40163", "42003");

    private final WxOAuth2Service service;

    WebLogin(PlatformService platform) {
        this.service = platform.getOAuth2Service();
    }

    /**
     * Where the browser is sent; WeChat sends it back with the parameters {@code code} and {@code state}.
     *
     * @param back of a domain that is registered in WeChat's console
     * @param state letters and digits, bound to the browser's session by the caller, who compares it on return
     */
    public URI address(URI back, String state) {
        if (!STATE.matcher(state).matches()) {
            throw new IllegalArgumentException("a state has 1 to 128 letters and digits");
        }
        return URI.create(service.buildAuthorizationUrl(back.toString(), SCOPE, state));
    }

    /**
     * Whose code it is. A code works once, within 5 minutes.
     *
     * @return empty if the code does not (or no longer) work, or is of a preview user, who is nobody
     * @throws WeChatFailure if WeChat does not say
     */
    public Optional<OpenId> whose(String code) {
        if (code == null || !CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        try {
            WxOAuth2AccessToken granted = PlatformService.calling(() -> service.getAccessToken(code));
            boolean preview = Integer.valueOf(1).equals(granted.getSnapshotUser());
            return preview ? Optional.empty() : Optional.of(new OpenId(granted.getOpenId()));
        } catch (WeChatFailure e) {
            if (BAD_CODES.contains(e.error().code())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
