-- People who asked for a person (intent human), or found an answer of no use: what they said, and what staff answered. What
-- they wrote and who they are stands here only sealed (Q6).
CREATE TABLE consultation (
    id              BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    number          VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Null once it was forgotten (PIPL 47).
    open_id_sealed  VARBINARY(150),
    open_id_hash    BINARY(16),
    -- What brought it about.
    origin          VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Whose answer was rated, by its code; empty for none.
    intent          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state           VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    opened_at       DATETIME(3) NOT NULL,
    -- When the person may expect an answer.
    due_at          DATETIME(3) NOT NULL,
    -- The platform lets us write for 48 hours from then (wechat-platform 4.2).
    last_message_at DATETIME(3) NOT NULL,
    messages        SMALLINT    NOT NULL,
    -- Username of who sees to it.
    taken_by        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    answered_at     DATETIME(3),
    closed_at       DATETIME(3),
    -- 1 while the person waits.
    open_mark       TINYINT,
    version         INT         NOT NULL,
    CONSTRAINT uq_consultation_number UNIQUE (number),
    -- A person has one at a time, however often they ask.
    CONSTRAINT uq_consultation_open UNIQUE (open_id_hash, open_mark),
    CONSTRAINT ck_consultation_origin CHECK (origin IN ('ASKED', 'RATED')),
    CONSTRAINT ck_consultation_state CHECK (state IN ('WAITING', 'TAKEN', 'ANSWERED', 'CLOSED')),
    CONSTRAINT ck_consultation_open CHECK ((state IN ('WAITING', 'TAKEN')) = (open_mark IS NOT NULL)),
    CONSTRAINT ck_consultation_closed CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
    CONSTRAINT ck_consultation_person CHECK ((open_id_sealed IS NULL) = (open_id_hash IS NULL)
        AND (open_mark IS NULL OR open_id_hash IS NOT NULL)),
    INDEX ix_consultation_person (open_id_hash, id),
    INDEX ix_consultation_queue (open_mark, due_at, id),
    INDEX ix_consultation_state (state, due_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What was said in it, by either side, in the order of its ids. The text goes when the person withdraws; the line stays (W4).
CREATE TABLE consultation_message (
    id              BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    consultation_id BIGINT      NOT NULL,
    author          VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    text_sealed     VARBINARY(4100),
    said_at         DATETIME(3) NOT NULL,
    -- Username of staff; null for the person's.
    said_by         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    CONSTRAINT ck_consultation_message_author CHECK (author IN ('SUMMARY', 'PERSON', 'RATING', 'STAFF')),
    CONSTRAINT ck_consultation_message_by CHECK ((author = 'STAFF') = (said_by IS NOT NULL)),
    CONSTRAINT fk_consultation_message FOREIGN KEY (consultation_id) REFERENCES consultation (id),
    INDEX ix_consultation_message (consultation_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Who asked is told of the answer; as who filed a complaint is of its (V25).
ALTER TABLE notice DROP CONSTRAINT ck_notice_recipient;
ALTER TABLE notice
    ADD CONSTRAINT ck_notice_recipient CHECK (recipient_kind IN ('CONTACT', 'HOLDER', 'FILER', 'ASKER', 'NOBODY'));
