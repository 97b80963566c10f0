package io.zhengxun.wechat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The kinds of pictures that are taken, told by their first bytes. */
public enum PictureType {
    JPEG("image/jpeg", 0, "ffd8ff"),
    PNG("image/png", 0, "89504e470d0a1a0a"),
    GIF("image/gif", 0, "47494638"),
    WEBP("image/webp", 8, "57454250");

    private final String mediaType;
    private final int at;
    private final byte[] mark;

    PictureType(String mediaType, int at, String mark) {
        this.mediaType = mediaType;
        this.at = at;
        this.mark = HexFormat.of().parseHex(mark);
    }

    /** The name of the type in HTTP. */
    public String mediaType() {
        return mediaType;
    }

    /** What a content is; empty if it is none of these. */
    public static Optional<PictureType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.isMarkOf(content)).findFirst();
    }

    private boolean isMarkOf(byte[] content) {
        return content.length >= at + mark.length
                && Arrays.equals(content, at, at + mark.length, mark, 0, mark.length);
    }
}
