package io.zhengxun.admin.review;

/** The version of what a person looked at. */
final class Seen {

    private static final int NOTHING = -1;

    private Seen() {}

    /** Without one nothing was seen: it is refused like an old one. */
    static int version(Integer version) {
        return version == null ? NOTHING : version;
    }
}
