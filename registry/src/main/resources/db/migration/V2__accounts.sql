-- Staff accounts and their log-in (rulebook, section 1; G 25). An account is never deleted: its name stays taken (W4).
CREATE TABLE account (
    id                BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    username          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name              VARCHAR(50)  NOT NULL,
    role              VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Whose data the person sees: one of the two, or, for the province, none.
    institution_id    BIGINT,
    region_code       CHAR(6) CHARACTER SET ascii COLLATE ascii_bin,
    password_hash     VARCHAR(150) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    must_change       BOOLEAN      NOT NULL,
    password_set_at   DATETIME(3)  NOT NULL,
    -- The second factor's secret, sealed; it counts from its confirmation on.
    totp_sealed       VARBINARY(80),
    totp_confirmed_at DATETIME(3),
    -- The time step of the last code used: each code works once.
    totp_last_step    BIGINT,
    -- The person's subject at the identity platform.
    external_id       VARCHAR(200) COLLATE utf8mb4_bin,
    -- Raised to end all sessions at once, over all instances.
    epoch             INT          NOT NULL,
    disabled_at       DATETIME(3),
    created_at        DATETIME(3)  NOT NULL,
    version           INT          NOT NULL,
    CONSTRAINT uq_account_username UNIQUE (username),
    CONSTRAINT uq_account_external_id UNIQUE (external_id),
    CONSTRAINT ck_account_scope CHECK (
        (role = 'INSTITUTION_DATA_MANAGER' AND institution_id IS NOT NULL AND region_code IS NULL)
        OR (role IN ('CITY_DATA_MANAGER', 'CITY_LEAD')
            AND institution_id IS NULL AND region_code IS NOT NULL AND region_code <> '440000')
        OR (role IN ('PROVINCE_REVIEWER', 'PROVINCE_LEAD', 'AUDITOR', 'ADMINISTRATOR')
            AND institution_id IS NULL AND region_code IS NULL)),
    CONSTRAINT ck_account_totp CHECK (totp_confirmed_at IS NULL OR totp_sealed IS NOT NULL),
    CONSTRAINT fk_account_institution FOREIGN KEY (institution_id) REFERENCES institution (id),
    CONSTRAINT fk_account_region FOREIGN KEY (region_code) REFERENCES region (code),
    INDEX ix_account_role (role, disabled_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The last passwords of each account, the current one included: none of them may come again (G 25).
CREATE TABLE password_history (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_id    BIGINT       NOT NULL,
    password_hash VARCHAR(150) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    CONSTRAINT fk_password_history_account FOREIGN KEY (account_id) REFERENCES account (id),
    INDEX ix_password_history_account (account_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Failed log-ins by the name that was typed, as a keyed hash: names without an account lock in the same way.
CREATE TABLE log_in_lock (
    name_key     BINARY(16)  NOT NULL PRIMARY KEY,
    failures     INT         NOT NULL,
    locked_until DATETIME(3),
    last_at      DATETIME(3) NOT NULL,
    INDEX ix_log_in_lock_last (last_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What an administrator decides for a role as a whole.
CREATE TABLE role_setting (
    role          VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    totp_required BOOLEAN     NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO role_setting (role, totp_required) VALUES
    ('INSTITUTION_DATA_MANAGER', FALSE), ('CITY_DATA_MANAGER', FALSE), ('CITY_LEAD', FALSE),
    ('PROVINCE_REVIEWER', FALSE), ('PROVINCE_LEAD', FALSE), ('AUDITOR', FALSE), ('ADMINISTRATOR', FALSE);

ALTER TABLE account ADD CONSTRAINT fk_account_role FOREIGN KEY (role) REFERENCES role_setting (role);
