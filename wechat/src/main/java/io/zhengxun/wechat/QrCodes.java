package io.zhengxun.wechat;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import me.chanjar.weixin.mp.bean.result.WxMpQrCodeTicket;
import me.chanjar.weixin.mp.api.WxMpQrcodeService;

/** Codes that lead to the official account and tell it by which of them somebody came (wechat-platform.md 8.3). */
public class QrCodes {

    /** How long a code can work at most. */
    public static final Duration LONGEST = Duration.ofSeconds(2_592_000);

    private static final Pattern SCENE = Pattern.compile("[!-~]{1,64}");

    private final WxMpQrcodeService service;

    QrCodes(PlatformService platform) {
        this.service = platform.getQrcodeService();
    }

    /**
     * A code that was made.
     *
     * @param image where a browser gets it as a picture
     * @param content what is in it, to be drawn by somebody else
     * @param validFor as WeChat says
     */
    public record QrCode(String ticket, URI image, String content, Duration validFor) {

        /** Who has the ticket can come by it. */
        @Override
        public String toString() {
            return "QrCode[valid for " + validFor + "]";
        }
    }

    /**
     * Makes a code that works for a while.
     *
     * @param scene comes back in the event of who scans it ({@code qrscene_…}): 1–64 visible ASCII characters
     * @param validFor from 1 s to {@link #LONGEST}
     * @throws WeChatFailure if WeChat makes none
     */
    public QrCode create(String scene, Duration validFor) {
        if (!SCENE.matcher(scene).matches()) {
            throw new IllegalArgumentException("a scene has 1 to 64 visible ASCII characters");
        }
        if (validFor.toSeconds() < 1 || validFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a code is valid for 1 s to 30 days");
        }
        WxMpQrCodeTicket made = PlatformService.calling(
                () -> service.qrCodeCreateTmpTicket(scene, (int) validFor.toSeconds()));
        if (made == null || made.getTicket() == null || made.getUrl() == null) {
            throw new WeChatFailure(ApiError.unknown("no ticket"));
        }
        URI image = URI.create(PlatformService.calling(() -> service.qrCodePictureUrl(made.getTicket())));
        return new QrCode(made.getTicket(), image, made.getUrl(), Duration.ofSeconds(made.getExpireSeconds()));
    }
}
