-- MySQL 8 and MariaDB 10.6+ in one dialect. Instants are UTC with milliseconds; legal days are DATE.
-- Names and ID numbers stand here only sealed (SM4-GCM, key id in the value) and as blind indexes (HMAC-SM3) (Q6).

CREATE TABLE region (
    code        CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    name        VARCHAR(20) NOT NULL,
    kind        VARCHAR(8)  NOT NULL,
    centre_name VARCHAR(40) NOT NULL,
    CONSTRAINT ck_region_kind CHECK (kind IN ('PROVINCE', 'CITY')),
    CONSTRAINT uq_region_name UNIQUE (name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO region (code, name, kind, centre_name) VALUES
    ('440000', '广东省', 'PROVINCE', '广东省职业技能服务指导中心'),
    ('440100', '广州市', 'CITY', '广州市技能中心'), ('440200', '韶关市', 'CITY', '韶关市技能中心'),
    ('440300', '深圳市', 'CITY', '深圳市技能中心'), ('440400', '珠海市', 'CITY', '珠海市技能中心'),
    ('440500', '汕头市', 'CITY', '汕头市技能中心'), ('440600', '佛山市', 'CITY', '佛山市技能中心'),
    ('440700', '江门市', 'CITY', '江门市技能中心'), ('440800', '湛江市', 'CITY', '湛江市技能中心'),
    ('440900', '茂名市', 'CITY', '茂名市技能中心'), ('441200', '肇庆市', 'CITY', '肇庆市技能中心'),
    ('441300', '惠州市', 'CITY', '惠州市技能中心'), ('441400', '梅州市', 'CITY', '梅州市技能中心'),
    ('441500', '汕尾市', 'CITY', '汕尾市技能中心'), ('441600', '河源市', 'CITY', '河源市技能中心'),
    ('441700', '阳江市', 'CITY', '阳江市技能中心'), ('441800', '清远市', 'CITY', '清远市技能中心'),
    ('441900', '东莞市', 'CITY', '东莞市技能中心'), ('442000', '中山市', 'CITY', '中山市技能中心'),
    ('445100', '潮州市', 'CITY', '潮州市技能中心'), ('445200', '揭阳市', 'CITY', '揭阳市技能中心'),
    ('445300', '云浮市', 'CITY', '云浮市技能中心');

CREATE TABLE institution (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- Positions 1-13 of every certificate number that it issues (C3).
    number_prefix CHAR(13) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name          VARCHAR(100) NOT NULL,
    tier          VARCHAR(10)  NOT NULL,
    region_code   CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    phone         VARCHAR(40)  NOT NULL,
    CONSTRAINT uq_institution_prefix UNIQUE (number_prefix),
    CONSTRAINT uq_institution_name UNIQUE (name),
    CONSTRAINT ck_institution_tier CHECK (tier IN ('MUNICIPAL', 'PROVINCIAL')),
    CONSTRAINT fk_institution_region FOREIGN KEY (region_code) REFERENCES region (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What an institution may assess, as filed (C4, G 9).
CREATE TABLE filed_scope (
    institution_id BIGINT      NOT NULL,
    occupation     VARCHAR(60) NOT NULL,
    level          VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (institution_id, occupation, level),
    CONSTRAINT fk_filed_scope_institution FOREIGN KEY (institution_id) REFERENCES institution (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A batch of certificate data on its way to the ministry (R1).
CREATE TABLE submission (
    id                 BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    number             VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    institution_id     BIGINT      NOT NULL,
    stage              VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    stage_since        DATETIME(3) NOT NULL,
    -- When the desk that has it now received it: starts D2, D3 and D4.
    desk_received_at   DATETIME(3) NOT NULL,
    -- When the institution received the notice of return (T4): starts D5, D6 and D7; null until then.
    return_notified_at DATETIME(3),
    row_count          INT         NOT NULL,
    file_digest        BINARY(32)  NOT NULL,
    submitted_by       VARCHAR(64) NOT NULL,
    created_at         DATETIME(3) NOT NULL,
    version            INT         NOT NULL,
    CONSTRAINT uq_submission_number UNIQUE (number),
    -- The same file twice is recognised, also when two uploads race (C6).
    CONSTRAINT uq_submission_file UNIQUE (institution_id, file_digest),
    CONSTRAINT ck_submission_rows CHECK (row_count > 0),
    CONSTRAINT fk_submission_institution FOREIGN KEY (institution_id) REFERENCES institution (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE certificate (
    id             BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- Unique for ever, also after deletion (C5): deletion is a standing, never a DELETE (K6).
    number         CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    submission_id  BIGINT         NOT NULL,
    institution_id BIGINT         NOT NULL,
    row_no         INT            NOT NULL,
    name_sealed    VARBINARY(300) NOT NULL,
    name_index     BINARY(16)     NOT NULL,
    id_type        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id_sealed      VARBINARY(100) NOT NULL,
    id_index       BINARY(16)     NOT NULL,
    -- The key of both blind indexes: tells which rows a key rotation still has to visit.
    index_key      SMALLINT       NOT NULL,
    occupation     VARCHAR(60)    NOT NULL,
    job            VARCHAR(60)    NOT NULL,
    level          VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    issue_date     DATE           NOT NULL,
    standing       VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    CONSTRAINT uq_certificate_number UNIQUE (number),
    CONSTRAINT ck_certificate_standing CHECK (standing IN ('VALID', 'SUSPENDED', 'DELETED')),
    CONSTRAINT fk_certificate_submission FOREIGN KEY (submission_id) REFERENCES submission (id),
    CONSTRAINT fk_certificate_institution FOREIGN KEY (institution_id) REFERENCES institution (id),
    -- Each pair of Q1 has an index of its own that holds both halves, so that a wrong half and an absent certificate
    -- cost the same: neither reads a row (Q2).
    INDEX ix_certificate_number_name (number, name_index),
    INDEX ix_certificate_number_id (number, id_index),
    INDEX ix_certificate_id_name (id_index, name_index)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Who asked for what, with masked values (Q6).
CREATE TABLE query_trail (
    id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    asked_at      DATETIME(3) NOT NULL,
    channel       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    asker_hash    BINARY(16)  NOT NULL,
    -- Keyed hashes of what was asked for, completed from the certificate found: "who looked this up" needs no values.
    number_hash   BINARY(16),
    id_hash       BINARY(16),
    masked_number VARCHAR(24) NOT NULL,
    masked_name   VARCHAR(60) NOT NULL,
    masked_id     VARCHAR(24) NOT NULL,
    outcome       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    INDEX ix_query_trail_number (number_hash, asked_at),
    INDEX ix_query_trail_id (id_hash, asked_at),
    INDEX ix_query_trail_asker (asker_hash, asked_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One try to hand in a file: what came of it, and, when it was refused, the file itself for the way back (C6).
CREATE TABLE upload (
    id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    number         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    institution_id BIGINT      NOT NULL,
    uploaded_by    VARCHAR(64) NOT NULL,
    uploaded_at    DATETIME(3) NOT NULL,
    -- Till when the refused file is kept.
    kept_until     DATETIME(3) NOT NULL,
    format         VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome        VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    submission_id  BIGINT,
    row_count      INT         NOT NULL,
    faulty_rows    INT         NOT NULL,
    flaw_count     INT         NOT NULL,
    late_rows      INT         NOT NULL,
    CONSTRAINT uq_upload_number UNIQUE (number),
    CONSTRAINT ck_upload_outcome CHECK (outcome IN ('STORED', 'REFUSED')),
    CONSTRAINT fk_upload_institution FOREIGN KEY (institution_id) REFERENCES institution (id),
    CONSTRAINT fk_upload_submission FOREIGN KEY (submission_id) REFERENCES submission (id),
    INDEX ix_upload_institution (institution_id, id),
    INDEX ix_upload_kept_until (kept_until)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE upload_flaw (
    upload_id    BIGINT       NOT NULL,
    -- Counted over the whole file in the order of rows: the key by which the report is paged.
    flaw_no      INT          NOT NULL,
    row_no       INT          NOT NULL,
    field        VARCHAR(20)  NOT NULL,
    masked_value VARCHAR(80)  NOT NULL,
    rule         VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code         VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason       VARCHAR(300) NOT NULL,
    PRIMARY KEY (upload_id, flaw_no),
    CONSTRAINT fk_upload_flaw_upload FOREIGN KEY (upload_id) REFERENCES upload (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The refused file in sealed pieces: it holds names and ID numbers (Q6).
CREATE TABLE upload_part (
    upload_id BIGINT     NOT NULL,
    part_no   INT        NOT NULL,
    sealed    MEDIUMBLOB NOT NULL,
    PRIMARY KEY (upload_id, part_no),
    CONSTRAINT fk_upload_part_upload FOREIGN KEY (upload_id) REFERENCES upload (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
