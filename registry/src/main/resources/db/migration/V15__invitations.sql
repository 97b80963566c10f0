-- How a contact comes to be bound to WeChat: an invitation that is scanned and confirmed, once.

CREATE TABLE invitation (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    contact_id BIGINT      NOT NULL,
    -- Keyed hash of the QR code's scene: who reads this table cannot make the code.
    scene_hash BINARY(16)  NOT NULL,
    state      VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- From this very millisecond on it is no longer valid.
    expires_at DATETIME(3) NOT NULL,
    invited_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    invited_at DATETIME(3) NOT NULL,
    closed_at  DATETIME(3),
    -- 1 while it is open: a contact has one at most.
    open_mark  TINYINT,
    CONSTRAINT uq_invitation_scene UNIQUE (scene_hash),
    CONSTRAINT uq_invitation_open UNIQUE (contact_id, open_mark),
    CONSTRAINT ck_invitation_state CHECK (state IN ('OPEN', 'USED', 'REVOKED')),
    CONSTRAINT ck_invitation_open CHECK ((state = 'OPEN') = (open_mark IS NOT NULL)
        AND (state = 'OPEN') = (closed_at IS NULL)),
    CONSTRAINT fk_invitation_contact FOREIGN KEY (contact_id) REFERENCES contact (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What a follower scanned last and may confirm. It goes with the confirmation, or a while later.
CREATE TABLE invitation_scan (
    open_id_hash  BINARY(16)  NOT NULL PRIMARY KEY,
    invitation_id BIGINT      NOT NULL,
    scanned_at    DATETIME(3) NOT NULL,
    CONSTRAINT fk_invitation_scan FOREIGN KEY (invitation_id) REFERENCES invitation (id),
    INDEX ix_invitation_scan_age (scanned_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

ALTER TABLE contact
    -- An account's person is one contact, and a contact is followed by one person.
    ADD CONSTRAINT uq_contact_account UNIQUE (username, lasting_mark),
    ADD CONSTRAINT uq_contact_successor UNIQUE (replaces_id, lasting_mark),
    -- Lists, newest first: of a region, and those who no longer follow the account.
    ADD INDEX ix_contact_region_list (region_code, id),
    ADD INDEX ix_contact_unfollowed (lasting_mark, unfollowed_at);
