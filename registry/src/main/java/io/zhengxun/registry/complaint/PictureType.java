package io.zhengxun.registry.complaint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a picture is, by its first bytes: what anybody says that it is does not count. */
public enum PictureType {
    JPEG("image/jpeg", 0, "\u00ff\u00d8\u00ff"),
    PNG("image/png", 0, "\u0089PNG\r\n\u001a\n"),
    GIF("image/gif", 0, "GIF8"),
    WEBP("image/webp", 8, "WEBP");

    private final String mediaType;
    private final int from;
    private final byte[] signature;

    PictureType(String mediaType, int from, String signature) {
        this.mediaType = mediaType;
        this.from = from;
        this.signature = signature.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** E.g. {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }

    /** Empty if it is none of them. */
    static Optional<PictureType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        int to = from + signature.length;
        return content.length > to && Arrays.equals(content, from, to, signature, 0, signature.length);
    }
}
