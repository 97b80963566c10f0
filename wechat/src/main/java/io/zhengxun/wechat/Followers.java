package io.zhengxun.wechat;

import java.util.Set;
import me.chanjar.weixin.mp.api.WxMpUserService;

/** Who follows the official account. */
public class Followers {

    /** Not an openid of this account, or nobody's any more. */
    private static final Set<String> STRANGERS = Set.of("40003", "46004");

    private final WxMpUserService service;

    Followers(PlatformService platform) {
        this.service = platform.getUserService();
    }

    /**
     * Whether the person follows the account now, as WeChat says.
     *
     * @throws WeChatFailure if WeChat does not say
     */
    public boolean follows(OpenId person) {
        try {
            return Boolean.TRUE.equals(
                    PlatformService.calling(() -> service.userInfo(person.value())).getSubscribe());
        } catch (WeChatFailure e) {
            if (STRANGERS.contains(e.error().code())) {
                return false;
            }
            throw e;
        }
    }
}
