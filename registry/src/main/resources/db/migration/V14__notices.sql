-- Who is told what, through which channel, and how it went (T4, T5). Addresses stand here only sealed (Q6).

-- A person who is told on behalf of an institution or of a centre. A line ends; it is never deleted (W4).
CREATE TABLE contact (
    id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- Null for a centre's.
    institution_id   BIGINT,
    -- The institution's region, or the centre's own.
    region_code      CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- The person's account, if there is one: it ends with it.
    username         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    name             VARCHAR(50)  NOT NULL,
    -- Names of Duty, by comma.
    duties           VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Names of Channel in the order in which they are tried, by comma.
    channels         VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    open_id_sealed   VARBINARY(150),
    -- Keyed hash: finds the contact of whom WeChat speaks.
    open_id_hash     BINARY(16),
    -- The same person in the mini-program, which knows them by another id.
    mini_id_sealed   VARBINARY(150),
    mini_id_hash     BINARY(16),
    email_sealed     VARBINARY(400),
    mobile_sealed    VARBINARY(100),
    state            VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bound_at         DATETIME(3),
    -- Since when the person no longer follows the account; null while following.
    unfollowed_at    DATETIME(3),
    ended_at         DATETIME(3),
    -- Username of staff, 'self' or 'system'.
    ended_by         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    -- Who this one takes over from once bound (hand-over).
    replaces_id      BIGINT,
    -- 1 until it ends.
    lasting_mark     TINYINT,
    created_by       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at       DATETIME(3)  NOT NULL,
    version          INT          NOT NULL,
    CONSTRAINT ck_contact_state CHECK (state IN ('INVITED', 'BOUND', 'ENDED')),
    CONSTRAINT ck_contact_bound CHECK (state <> 'BOUND' OR (bound_at IS NOT NULL AND open_id_sealed IS NOT NULL
        AND open_id_hash IS NOT NULL)),
    CONSTRAINT ck_contact_lasting CHECK ((state = 'ENDED') = (lasting_mark IS NULL)
        AND (state = 'ENDED') = (ended_at IS NOT NULL)),
    CONSTRAINT fk_contact_institution FOREIGN KEY (institution_id) REFERENCES institution (id),
    CONSTRAINT fk_contact_region FOREIGN KEY (region_code) REFERENCES region (code),
    CONSTRAINT fk_contact_account FOREIGN KEY (username) REFERENCES account (username),
    CONSTRAINT fk_contact_replaces FOREIGN KEY (replaces_id) REFERENCES contact (id),
    INDEX ix_contact_institution (institution_id, lasting_mark, id),
    INDEX ix_contact_region (region_code, lasting_mark, institution_id, id),
    INDEX ix_contact_open_id (open_id_hash, lasting_mark),
    INDEX ix_contact_mini_id (mini_id_hash, lasting_mark)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One thing that one person is to be told, through one channel after the other until one confirms.
CREATE TABLE notice (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- What makes two of them the same, whoever writes them and how often.
    notice_key     VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- NOBODY: somebody should be told and there is nobody; shown in the work list.
    recipient_kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recipient_id   BIGINT       NOT NULL,
    -- Within a lane one goes after the other.
    lane           VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    institution_id BIGINT,
    region_code    CHAR(6) CHARACTER SET ascii COLLATE ascii_bin,
    subject_kind   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject_key    VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- What its text needs, by name, as JSON; nothing personal (Q6).
    facts          TEXT         NOT NULL,
    -- Goes out between 22:00 and 08:00 too (T5).
    urgent         BOOLEAN      NOT NULL,
    -- All that may be tried, in order, by comma; channel is the one whose turn it is.
    channels       VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    channel        VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state          VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- 1 while those behind it in its lane have to wait.
    open_mark      TINYINT,
    -- Raised when staff send it again; part of the platform's idempotency id.
    round          SMALLINT     NOT NULL,
    -- Through the current channel in this round.
    attempts       SMALLINT     NOT NULL,
    -- QUEUED: not before. SENDING: the end of the lease. SENT: until when a confirmation is waited for.
    due_at         DATETIME(3)  NOT NULL,
    -- Who has claimed it.
    claim          BINARY(16),
    -- Since when a send may have arrived whose outcome nobody knows.
    doubt_at       DATETIME(3),
    message_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    -- By any channel, the first time.
    accepted_at    DATETIME(3),
    delivered_at   DATETIME(3),
    ended_at       DATETIME(3),
    -- Why it is in its state; empty when all goes well.
    cause          VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- When its cause was committed, and when it was written itself.
    occurred_at    DATETIME(3)  NOT NULL,
    created_at     DATETIME(3)  NOT NULL,
    version        INT          NOT NULL,
    CONSTRAINT uq_notice_key UNIQUE (notice_key),
    CONSTRAINT ck_notice_recipient CHECK (recipient_kind IN ('CONTACT', 'HOLDER', 'NOBODY')),
    CONSTRAINT ck_notice_state CHECK (state IN ('QUEUED', 'SENDING', 'HELD', 'SENT', 'DELIVERED', 'GAVE_UP', 'OBSOLETE',
        'CANCELLED', 'PHONED')),
    CONSTRAINT ck_notice_open CHECK ((state IN ('QUEUED', 'SENDING')) = (open_mark IS NOT NULL)),
    CONSTRAINT fk_notice_institution FOREIGN KEY (institution_id) REFERENCES institution (id),
    -- Workers claim what is due of a state and a channel.
    INDEX ix_notice_claim (state, channel, due_at, id),
    INDEX ix_notice_lane (lane, open_mark, id),
    INDEX ix_notice_created (created_at, id),
    INDEX ix_notice_institution (institution_id, id),
    INDEX ix_notice_region (region_code, id),
    INDEX ix_notice_subject (subject_kind, subject_key, id),
    INDEX ix_notice_recipient (recipient_kind, recipient_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Each try to hand a notice to a channel. Rows are never changed.
CREATE TABLE notice_attempt (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    notice_id  BIGINT      NOT NULL,
    channel    VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    round      SMALLINT    NOT NULL,
    attempt    SMALLINT    NOT NULL,
    started_at DATETIME(3) NOT NULL,
    ended_at   DATETIME(3) NOT NULL,
    -- Of the outcome's class, e.g. ACCEPTED, TRANSIENT, RECIPIENT.
    outcome    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- The channel's own code; empty when accepted.
    code       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    message_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    -- The platform's id of the request (rid), to ask WeChat about it.
    request_id VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    INDEX ix_notice_attempt_notice (notice_id, id),
    INDEX ix_notice_attempt_message (channel, message_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What was decided about a notice beside its tries, each with its time: answers "why did I not get it?".
CREATE TABLE notice_decision (
    id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    notice_id BIGINT       NOT NULL,
    decision  VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- A code, a channel, a time; nothing personal.
    detail    VARCHAR(200) NOT NULL,
    -- Username, or 'system'.
    decided_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decided_at DATETIME(3) NOT NULL,
    INDEX ix_notice_decision_notice (notice_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What a channel reports about a message that it accepted: kept until the notice is found, which may be written later.
CREATE TABLE delivery_report (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    channel     VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    message_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    delivered   BOOLEAN     NOT NULL,
    -- As the channel words it, e.g. failed:user block; empty when delivered.
    cause       VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- By the channel's clock.
    reported_at DATETIME(3) NOT NULL,
    received_at DATETIME(3) NOT NULL,
    -- 1 until the notice was told, or nobody knows of one any more.
    waiting_mark TINYINT,
    notice_id   BIGINT,
    CONSTRAINT uq_delivery_report UNIQUE (channel, message_id),
    INDEX ix_delivery_report_waiting (waiting_mark, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A channel, or one kind of notice on it, that goes on only after a person acted. Rows are never deleted (W4).
CREATE TABLE channel_stop (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    channel      VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- '*' for all.
    kind         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    since        DATETIME(3)  NOT NULL,
    lifted_at    DATETIME(3),
    lifted_by    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    lasting_mark TINYINT,
    CONSTRAINT uq_channel_stop UNIQUE (channel, kind, lasting_mark),
    CONSTRAINT ck_channel_stop_lasting CHECK ((lifted_at IS NULL) = (lasting_mark IS NOT NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- NEW: not looked at. TOLD: its notices are written. SILENT: nobody is told of this kind. UNKNOWN: of a kind that this
-- release does not know. FAILED: its notices could not be written, a person has to look.
ALTER TABLE outbox_event
    ADD COLUMN attempts   SMALLINT     NOT NULL DEFAULT 0,
    ADD COLUMN due_at     DATETIME(3),
    ADD COLUMN handled_at DATETIME(3),
    ADD COLUMN cause      VARCHAR(200) NOT NULL DEFAULT '',
    ADD INDEX ix_outbox_event_due (state, due_at, id);
