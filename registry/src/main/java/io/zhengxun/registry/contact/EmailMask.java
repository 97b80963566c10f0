package io.zhengxun.registry.contact;

/** How e-mail addresses are shown to those who need not write to them: z***@example.org. */
public final class EmailMask {

    private EmailMask() {}

    /** The first character and the domain; empty for none. */
    public static String of(String email) {
        if (email == null || email.isEmpty()) {
            return "";
        }
        int at = email.indexOf('@');
        return at < 1 ? "***" : email.charAt(0) + "***" + email.substring(at);
    }
}
