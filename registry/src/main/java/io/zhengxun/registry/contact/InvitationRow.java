package io.zhengxun.registry.contact;

import java.time.Instant;

/** An invitation as its table has it. */
class InvitationRow {

    enum State {
        OPEN,
        USED,
        REVOKED
    }

    /** Set by the insert. */
    Long id;

    long contactId;
    byte[] sceneHash;
    State state;
    Instant expiresAt;
    String invitedBy;
    Instant invitedAt;

    static InvitationRow open(long contactId, byte[] sceneHash, Instant expiresAt, String by, Instant now) {
        InvitationRow row = new InvitationRow();
        row.contactId = contactId;
        row.sceneHash = sceneHash;
        row.state = State.OPEN;
        row.expiresAt = expiresAt;
        row.invitedBy = by;
        row.invitedAt = now;
        return row;
    }

    boolean isValidAt(Instant now) {
        return state == State.OPEN && now.isBefore(expiresAt);
    }
}
