-- Holders who asked to be told about a certificate, and what people agreed to be sent (Q6, wechat-platform 6.3, 6.4).

-- One person waits for one certificate. The person stands here only sealed, and not for longer than needed (PIPL 19).
CREATE TABLE holder_subscription (
    id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    certificate_id BIGINT      NOT NULL,
    -- Null once it was forgotten.
    open_id_sealed VARBINARY(150),
    open_id_hash   BINARY(16),
    state          VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    asked_at       DATETIME(3) NOT NULL,
    ended_at       DATETIME(3),
    -- 1 while the person waits.
    open_mark      TINYINT,
    -- An ended one keeps the openid till then: its last message may still be on its way. Null while open and once forgotten.
    kept_until     DATETIME(3),
    CONSTRAINT ck_holder_subscription_state CHECK (state IN ('OPEN', 'TOLD', 'CANCELLED', 'OBSOLETE', 'FORGOTTEN')),
    CONSTRAINT ck_holder_subscription_open CHECK ((state = 'OPEN') = (open_mark IS NOT NULL)
        AND (state = 'OPEN') = (ended_at IS NULL)),
    CONSTRAINT ck_holder_subscription_person CHECK ((open_id_sealed IS NULL) = (open_id_hash IS NULL)
        AND (state <> 'OPEN' OR open_id_hash IS NOT NULL)),
    CONSTRAINT fk_holder_subscription_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id),
    -- Nobody waits twice for the same one, however often the person taps.
    CONSTRAINT uq_holder_subscription UNIQUE (certificate_id, open_mark, open_id_hash),
    INDEX ix_holder_subscription_person (open_id_hash, open_mark, id),
    INDEX ix_holder_subscription_kept (kept_until)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- How many messages of a kind a person still agreed to: WeChat tells nobody, so it is counted here.
CREATE TABLE consent (
    user_hash  BINARY(16)  NOT NULL,
    channel    VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    balance    INT         NOT NULL,
    -- Since then nothing may be sent that was agreed to earlier.
    refused_at DATETIME(3),
    PRIMARY KEY (user_hash, channel, kind),
    CONSTRAINT ck_consent_balance CHECK (balance >= 0)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What made the balance what it is. Rows are never changed; they go when the person withdraws all (PIPL 47).
CREATE TABLE consent_change (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_hash  BINARY(16)  NOT NULL,
    channel    VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    cause      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Keyed hash of what brought it, with channel and kind: what comes twice counts once.
    source     BINARY(16)  NOT NULL,
    -- By the clock of who says so.
    changed_at DATETIME(3) NOT NULL,
    CONSTRAINT ck_consent_change_cause CHECK (cause IN ('GRANTED', 'REFUSED', 'USED')),
    CONSTRAINT uq_consent_change UNIQUE (source),
    INDEX ix_consent_change_user (user_hash, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
