package io.zhengxun.standalone.simulator.chat;

/**
 * A piece of a shown text.
 *
 * @param kind what a tap on it does
 * @param text what is shown
 * @param target the address to open, or the text to send; empty for plain text
 * @param menuId id of a tapped answer, else empty
 */
record Part(Kind kind, String text, String target, String menuId) {

    enum Kind {
        TEXT,
        /** Opens an http(s) page. */
        LINK,
        /** Sends {@code target} as the user's own message. */
        MENU
    }

    static Part text(String text) {
        return new Part(Kind.TEXT, text, "", "");
    }
}
