-- Who did what (W4), what must be told (outbox), and which requests have been answered already.

-- Append-only: nothing here ever updates or deletes an entry. No foreign keys: an entry outlives its subject.
CREATE TABLE audit_entry (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    chain         SMALLINT     NOT NULL,
    -- Counted within its chain from 1, without gaps: a missing entry shows.
    seq           BIGINT       NOT NULL,
    at            DATETIME(3)  NOT NULL,
    username      VARCHAR(64)  NOT NULL,
    name          VARCHAR(100) NOT NULL,
    role          VARCHAR(32)  NOT NULL,
    address       VARCHAR(64)  NOT NULL,
    act           VARCHAR(64)  NOT NULL,
    subject_kind  VARCHAR(32)  NOT NULL,
    subject_key   VARCHAR(128) NOT NULL,
    -- JSON as text: a JSON column may reorder what the hash covers. Personal values are masked (Q6).
    before_values MEDIUMTEXT   NOT NULL,
    after_values  MEDIUMTEXT   NOT NULL,
    previous_hash BINARY(32)   NOT NULL,
    -- SM3 over all of the above and the previous hash.
    hash          BINARY(32)   NOT NULL,
    CONSTRAINT uq_audit_entry_link UNIQUE (chain, seq),
    CONSTRAINT ck_audit_entry_seq CHECK (seq > 0),
    INDEX ix_audit_entry_subject (subject_kind, subject_key, at, id),
    INDEX ix_audit_entry_at (at, id),
    INDEX ix_audit_entry_username (username, at, id),
    INDEX ix_audit_entry_act (act, at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The end of each chain. Its rows are made once, with their stamps, by the migration that follows this one.
CREATE TABLE audit_head (
    chain SMALLINT      NOT NULL PRIMARY KEY,
    seq   BIGINT        NOT NULL,
    hash  BINARY(32)    NOT NULL,
    -- HMAC-SM3 over the above, the key's id in front: who has only the database cannot move a chain's end.
    stamp VARBINARY(34) NOT NULL,
    CONSTRAINT ck_audit_head_seq CHECK (seq >= 0)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What must be told to somebody: committed with its cause, sent by the notifier.
CREATE TABLE outbox_event (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind           VARCHAR(64)  NOT NULL,
    subject_kind   VARCHAR(32)  NOT NULL,
    subject_key    VARCHAR(128) NOT NULL,
    -- Whose event it is: an institution's, a city's, or nobody's in particular.
    institution_id BIGINT,
    region_code    CHAR(6) CHARACTER SET ascii COLLATE ascii_bin,
    facts          MEDIUMTEXT   NOT NULL,
    occurred_at    DATETIME(3)  NOT NULL,
    state          VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Workers claim the oldest of a state.
    INDEX ix_outbox_event_state (state, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Requests that a client may repeat, with the answer that the first one got.
CREATE TABLE request_key (
    username      VARCHAR(64)   NOT NULL,
    request_key   VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Keyed, since a request may hold personal data (Q6).
    request_stamp VARBINARY(34) NOT NULL,
    -- Sealed for the same reason; null only while the act's transaction runs.
    answer        MEDIUMBLOB,
    created_at    DATETIME(3)   NOT NULL,
    PRIMARY KEY (username, request_key),
    INDEX ix_request_key_created (created_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
