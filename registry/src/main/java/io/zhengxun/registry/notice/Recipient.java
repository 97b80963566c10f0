package io.zhengxun.registry.notice;

/**
 * Who is told.
 *
 * @param id of the contact, of the holder's subscription, of the consultation, or of the complaint; 0 for nobody
 */
public record Recipient(Kind kind, long id) {

    public enum Kind {
        CONTACT,
        HOLDER,
        /** Who asked staff something. */
        ASKER,
        /** Who filed a complaint (X1). */
        FILER,
        /** Somebody should be told and there is nobody: for the work list. */
        NOBODY;

        /** Whether it is somebody for their own affairs, whom no office knows (Q6). */
        public boolean isPrivate() {
            return this == HOLDER || this == ASKER || this == FILER;
        }
    }

    public static Recipient contact(long id) {
        return new Recipient(Kind.CONTACT, id);
    }

    public static Recipient holder(long subscriptionId) {
        return new Recipient(Kind.HOLDER, subscriptionId);
    }

    public static Recipient asker(long consultationId) {
        return new Recipient(Kind.ASKER, consultationId);
    }

    public static Recipient filer(long complaintId) {
        return new Recipient(Kind.FILER, complaintId);
    }

    public static Recipient nobody() {
        return new Recipient(Kind.NOBODY, 0);
    }

    /** Short and stable, for keys: {@code C12}, {@code H3}, {@code N0}. */
    public String key() {
        return kind.name().charAt(0) + String.valueOf(id);
    }
}
