package io.zhengxun.wechat;

import java.util.Map;
import java.util.Optional;

/** Files that people sent in the chat, which the platform keeps for three days. */
public class SentMedia {

    private static final String PATH = "/cgi-bin/media/get";
    /** Invalid media id: it never was one of the account's, or the three days are over. */
    private static final String UNKNOWN = "40007";

    private final WeChatApi api;

    SentMedia(WeChatApi api) {
        this.api = api;
    }

    /**
     * Fetches a file.
     *
     * @param largest in bytes
     * @return empty if the platform does not have it, or not any more
     * @throws WeChatFailure of class CONTENT if it is larger; of another if the platform does not say
     */
    public Optional<byte[]> fetch(String mediaId, int largest) {
        try {
            return Optional.of(api.file(PATH, Map.of("media_id", mediaId), largest));
        } catch (WeChatFailure e) {
            if (UNKNOWN.equals(e.error().code())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
