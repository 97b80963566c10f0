package io.zhengxun.wechat;

import java.util.Map;

/** Fetches what people sent to the official account; WeChat keeps it for three days. */
public class Media {

    private final WeChatApi api;

    Media(WeChatApi api) {
        this.api = api;
    }

    /**
     * A picture as it was sent.
     *
     * @param type what it is by its content, whatever WeChat called it
     */
    public record Picture(PictureType type, byte[] content) {

        /** It is somebody's own. */
        @Override
        public String toString() {
            return "Picture[" + type + ", " + content.length + " bytes]";
        }
    }

    /**
     * Fetches a picture; takes no longer than any call of the API ({@code zhengxun.wechat.http}).
     *
     * @param mediaId of the message of type image
     * @param largest in bytes; WeChat itself takes up to 10 MB
     * @throws WeChatFailure of the class CONTENT if it no longer exists, is larger, or is no picture
     */
    public Picture picture(String mediaId, int largest) {
        byte[] content = api.download("/cgi-bin/media/get", Map.of("media_id", mediaId), largest);
        PictureType type = PictureType.of(content)
                .orElseThrow(() -> new WeChatFailure(new ApiError(ErrorClass.CONTENT, "no picture", "")));
        return new Picture(type, content);
    }
}
