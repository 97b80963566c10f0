package io.zhengxun.registry.complaint;

/** A picture itself. */
public record PictureContent(PictureType type, byte[] bytes) {

    /** In bytes: sealed and escaped it stays below the packet size with which databases come (16 MiB). */
    public static final int LARGEST = 5 * 1024 * 1024;

    /** Without what is personal. */
    @Override
    public String toString() {
        return "PictureContent[" + type + "]";
    }
}
