-- The way of a batch: issuances that must be reported (T3), stages with who did what, returns (R2), what went to the ministry (R4).

-- What was issued and must be reported: starts D1 and D8 before any data arrives (T3).
CREATE TABLE issuance (
    id              BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    number          VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    institution_id  BIGINT      NOT NULL,
    region_code     CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    plan_no         VARCHAR(40) NOT NULL,
    occupation      VARCHAR(60) NOT NULL,
    level           VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    issued_count    INT         NOT NULL,
    issue_date      DATE        NOT NULL,
    -- Rows of submitted batches that answer it.
    reported_count  INT         NOT NULL,
    state           VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- 1 unless cancelled: what was registered by mistake may be registered anew.
    standing_mark   TINYINT,
    registered_by   VARCHAR(64) NOT NULL,
    registered_at   DATETIME(3) NOT NULL,
    -- The province lead admits it past D8, with a written reason (T6).
    admitted_by     VARCHAR(64),
    admitted_at     DATETIME(3),
    admitted_reason VARCHAR(500),
    version         INT         NOT NULL,
    CONSTRAINT uq_issuance_number UNIQUE (number),
    CONSTRAINT uq_issuance_plan UNIQUE (institution_id, plan_no, occupation, level, issue_date, standing_mark),
    CONSTRAINT ck_issuance_state CHECK (state IN ('OPEN', 'REPORTED', 'CANCELLED')),
    CONSTRAINT ck_issuance_mark CHECK ((state = 'CANCELLED') = (standing_mark IS NULL)),
    CONSTRAINT ck_issuance_count CHECK (issued_count > 0 AND reported_count >= 0 AND reported_count <= issued_count),
    CONSTRAINT ck_issuance_reported CHECK ((state = 'REPORTED') = (reported_count = issued_count)),
    CONSTRAINT ck_issuance_admitted CHECK (
        (admitted_by IS NULL AND admitted_at IS NULL AND admitted_reason IS NULL)
        OR (admitted_by IS NOT NULL AND admitted_at IS NOT NULL AND admitted_reason IS NOT NULL)),
    CONSTRAINT fk_issuance_institution FOREIGN KEY (institution_id) REFERENCES institution (id),
    INDEX ix_issuance_institution (institution_id, id),
    INDEX ix_issuance_region (region_code, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

ALTER TABLE submission
    ADD COLUMN kind              VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'REPORT',
    -- Copies of the institution's: the queues are found by them.
    ADD COLUMN tier              VARCHAR(10),
    ADD COLUMN region_code       CHAR(6) CHARACTER SET ascii COLLATE ascii_bin,
    ADD COLUMN desk              VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin,
    -- A copy of the running deadline's (D2, D3, D4): the queues are sorted by it.
    ADD COLUMN due_on            DATE,
    ADD COLUMN issuance_id       BIGINT,
    ADD COLUMN answers_return_id BIGINT,
    -- Who works on it at its desk, who passed it and who approved it there; empty again at the next desk.
    ADD COLUMN handler           VARCHAR(64),
    ADD COLUMN reviewed_by       VARCHAR(64),
    ADD COLUMN approved_by       VARCHAR(64),
    ADD COLUMN last_act          VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
    ADD COLUMN last_act_by       VARCHAR(64),
    ADD COLUMN last_act_at       DATETIME(3),
    ADD COLUMN late_rows         INT NOT NULL DEFAULT 0,
    -- Rows that it still carries: neither returned from it nor moved on to a correction.
    ADD COLUMN carried_rows      INT NOT NULL DEFAULT 0,
    ADD COLUMN export_id         BIGINT,
    -- Empty once discarded: the file may come again.
    MODIFY COLUMN file_digest BINARY(32);

UPDATE submission s JOIN institution i ON i.id = s.institution_id
SET s.tier = i.tier, s.region_code = i.region_code, s.carried_rows = s.row_count,
    s.desk = CASE
        WHEN s.stage IN ('DRAFT', 'RETURNED_BY_CITY', 'RETURNED_BY_PROVINCE', 'RETURNED_BY_MINISTRY') THEN 'INSTITUTION'
        WHEN s.stage = 'RECEIVED' THEN IF(i.tier = 'MUNICIPAL', 'CITY', 'PROVINCE')
        WHEN s.stage IN ('CITY_REVIEW', 'CITY_APPROVED') THEN 'CITY'
        WHEN s.stage = 'PROVINCE_REVIEW' THEN 'PROVINCE'
        WHEN s.stage = 'SENT_TO_MINISTRY' THEN 'MINISTRY'
        ELSE 'NONE' END;

ALTER TABLE submission
    MODIFY COLUMN tier VARCHAR(10) NOT NULL,
    MODIFY COLUMN region_code CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY COLUMN desk VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ALTER COLUMN kind DROP DEFAULT,
    ALTER COLUMN late_rows DROP DEFAULT,
    ALTER COLUMN carried_rows DROP DEFAULT,
    ADD CONSTRAINT ck_submission_kind CHECK (
        (kind = 'REPORT' AND answers_return_id IS NULL) OR (kind = 'CORRECTION' AND answers_return_id IS NOT NULL)),
    ADD CONSTRAINT ck_submission_stage CHECK (stage IN ('DRAFT', 'DISCARDED', 'RECEIVED', 'CITY_REVIEW', 'CITY_REVIEWED',
        'CITY_APPROVED', 'PROVINCE_REVIEW', 'PROVINCE_REVIEWED', 'PROVINCE_APPROVED', 'SENT_TO_MINISTRY', 'PUBLISHED',
        'RETURNED_BY_CITY', 'RETURNED_BY_PROVINCE', 'RETURNED_BY_MINISTRY', 'REPLACED')),
    -- A provincial institution's batches skip the city (W1).
    ADD CONSTRAINT ck_submission_tier CHECK (tier = 'MUNICIPAL'
        OR (tier = 'PROVINCIAL' AND stage NOT IN ('CITY_REVIEW', 'CITY_REVIEWED', 'CITY_APPROVED', 'RETURNED_BY_CITY'))),
    ADD CONSTRAINT ck_submission_desk CHECK (desk IN ('INSTITUTION', 'CITY', 'PROVINCE', 'MINISTRY', 'NONE')),
    -- Nobody approves what the same person has reviewed (W2).
    ADD CONSTRAINT ck_submission_two_people CHECK (approved_by IS NULL OR (reviewed_by IS NOT NULL AND approved_by <> reviewed_by)),
    ADD CONSTRAINT ck_submission_approved CHECK (stage NOT IN ('CITY_APPROVED', 'PROVINCE_APPROVED') OR approved_by IS NOT NULL OR last_act IS NULL),
    ADD CONSTRAINT ck_submission_carried CHECK (carried_rows >= 0 AND carried_rows <= row_count),
    -- A return is answered once.
    ADD CONSTRAINT uq_submission_answer UNIQUE (answers_return_id),
    ADD CONSTRAINT fk_submission_issuance FOREIGN KEY (issuance_id) REFERENCES issuance (id),
    ADD CONSTRAINT fk_submission_region FOREIGN KEY (region_code) REFERENCES region (code),
    -- The queues of a city and of the province by due date, whole, of one stage, of one person, of one institution.
    ADD INDEX ix_submission_queue_region (region_code, desk, due_on, id),
    ADD INDEX ix_submission_queue (desk, due_on, id),
    ADD INDEX ix_submission_queue_region_stage (region_code, stage, due_on, id),
    ADD INDEX ix_submission_queue_stage (stage, due_on, id),
    ADD INDEX ix_submission_queue_handler (handler, desk, due_on, id),
    ADD INDEX ix_submission_queue_institution (institution_id, desk, due_on, id),
    -- The lists, newest first.
    ADD INDEX ix_submission_institution (institution_id, id),
    ADD INDEX ix_submission_institution_stage (institution_id, stage, id),
    ADD INDEX ix_submission_region (region_code, id),
    ADD INDEX ix_submission_region_stage (region_code, stage, id),
    ADD INDEX ix_submission_stage (stage, id),
    ADD INDEX ix_submission_issuance (issuance_id, id);

-- Annex 3: why a batch comes later than D1 (T6). Counts in the quality bulletin.
CREATE TABLE overdue_statement (
    submission_id BIGINT        NOT NULL PRIMARY KEY,
    reason        VARCHAR(1000) NOT NULL,
    institution   VARCHAR(100)  NOT NULL,
    head          VARCHAR(60)   NOT NULL,
    stated_on     DATE          NOT NULL,
    attached_by   VARCHAR(64)   NOT NULL,
    attached_at   DATETIME(3)   NOT NULL,
    CONSTRAINT fk_overdue_statement_submission FOREIGN KEY (submission_id) REFERENCES submission (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The catalogue of reasons that staff maintain; the wording becomes the alert.
CREATE TABLE return_reason (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    code       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    wording    VARCHAR(200) NOT NULL,
    active     BOOLEAN      NOT NULL,
    changed_by VARCHAR(64)  NOT NULL,
    changed_at DATETIME(3)  NOT NULL,
    version    INT          NOT NULL,
    CONSTRAINT uq_return_reason_code UNIQUE (code)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO return_reason (code, wording, active, changed_by, changed_at, version) VALUES
    ('NAME', '持证人姓名与身份证件不一致', TRUE, 'system', UTC_TIMESTAMP(3), 0),
    ('ID_NUMBER', '证件号码有误或与证件类型不符', TRUE, 'system', UTC_TIMESTAMP(3), 0),
    ('OCCUPATION', '职业名称或工种与备案、评价记录不一致', TRUE, 'system', UTC_TIMESTAMP(3), 0),
    ('LEVEL', '等级与评价结果不一致', TRUE, 'system', UTC_TIMESTAMP(3), 0),
    ('ISSUE_DATE', '发证日期与发证登记不一致', TRUE, 'system', UTC_TIMESTAMP(3), 0),
    ('DUPLICATE', '同一持证人同职业同等级重复发证', TRUE, 'system', UTC_TIMESTAMP(3), 0),
    ('EVIDENCE', '评价过程材料不齐，无法核实', TRUE, 'system', UTC_TIMESTAMP(3), 0),
    ('MINISTRY', '部中心审核未通过', TRUE, 'system', UTC_TIMESTAMP(3), 0),
    ('OTHER', '其他，见说明', TRUE, 'system', UTC_TIMESTAMP(3), 0);

-- Rows of a batch that were returned together: a matter of its own, with its own deadline and history (R2).
CREATE TABLE submission_return (
    id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    number         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    submission_id  BIGINT      NOT NULL,
    institution_id BIGINT      NOT NULL,
    region_code    CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Who returned it: decides the rule (D5, D6, D7).
    returned_by    VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    row_count      INT         NOT NULL,
    remark         VARCHAR(500) NOT NULL,
    recorded_by    VARCHAR(64) NOT NULL,
    recorded_at    DATETIME(3) NOT NULL,
    state          VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- When the institution received the notice of return, and how that is known (T4).
    notified_at    DATETIME(3),
    evidence       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin,
    evidence_note  VARCHAR(500),
    evidence_by    VARCHAR(64),
    -- A copy of the running deadline's: D10 until notified, then D5, D6 or D7.
    due_on         DATE,
    corrected_at   DATETIME(3),
    version        INT         NOT NULL,
    CONSTRAINT uq_submission_return_number UNIQUE (number),
    CONSTRAINT ck_submission_return_by CHECK (returned_by IN ('CITY', 'PROVINCE', 'MINISTRY')),
    CONSTRAINT ck_submission_return_rows CHECK (row_count > 0),
    CONSTRAINT ck_submission_return_state CHECK (state IN ('RECORDED', 'NOTIFIED', 'CORRECTED')),
    CONSTRAINT ck_submission_return_notified CHECK (
        (state = 'RECORDED' AND notified_at IS NULL AND evidence IS NULL)
        OR (state <> 'RECORDED' AND notified_at IS NOT NULL AND evidence IS NOT NULL)),
    CONSTRAINT ck_submission_return_corrected CHECK ((state = 'CORRECTED') = (corrected_at IS NOT NULL)),
    CONSTRAINT fk_submission_return_submission FOREIGN KEY (submission_id) REFERENCES submission (id),
    CONSTRAINT fk_submission_return_institution FOREIGN KEY (institution_id) REFERENCES institution (id),
    INDEX ix_submission_return_institution (institution_id, state, due_on, id),
    INDEX ix_submission_return_region (region_code, state, due_on, id),
    INDEX ix_submission_return_state (state, due_on, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

ALTER TABLE submission
    ADD CONSTRAINT fk_submission_answers FOREIGN KEY (answers_return_id) REFERENCES submission_return (id);

ALTER TABLE certificate
    -- The open return in which it lies; empty while it travels with its batch (R2).
    ADD COLUMN return_id    BIGINT,
    -- From the ministry's receipt (R4).
    ADD COLUMN published_on DATE,
    ADD CONSTRAINT fk_certificate_return FOREIGN KEY (return_id) REFERENCES submission_return (id),
    ADD CONSTRAINT ck_certificate_published CHECK (return_id IS NULL OR published_on IS NULL),
    ADD INDEX ix_certificate_submission (submission_id, return_id, row_no);

UPDATE certificate c JOIN submission s ON s.id = c.submission_id
SET c.published_on = DATE(s.stage_since + INTERVAL 8 HOUR) WHERE s.stage = 'PUBLISHED';

-- A returned row: why, how it was, and how it came back (R3). Names and ID numbers only sealed.
CREATE TABLE return_row (
    return_id           BIGINT         NOT NULL,
    certificate_id      BIGINT         NOT NULL,
    -- In the batch that it was returned from.
    row_no              INT            NOT NULL,
    reason_code         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- The catalogue's wording at that time.
    reason              VARCHAR(200)   NOT NULL,
    remark              VARCHAR(500)   NOT NULL,
    before_name         VARBINARY(300) NOT NULL,
    before_id_type      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    before_id           VARBINARY(100) NOT NULL,
    before_occupation   VARCHAR(60)    NOT NULL,
    before_job          VARCHAR(60)    NOT NULL,
    before_level        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    before_issue_date   DATE           NOT NULL,
    after_name          VARBINARY(300),
    after_id_type       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
    after_id            VARBINARY(100),
    after_occupation    VARCHAR(60),
    after_job           VARCHAR(60),
    after_level         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
    after_issue_date    DATE,
    PRIMARY KEY (return_id, certificate_id),
    CONSTRAINT fk_return_row_return FOREIGN KEY (return_id) REFERENCES submission_return (id),
    CONSTRAINT fk_return_row_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id),
    CONSTRAINT fk_return_row_reason FOREIGN KEY (reason_code) REFERENCES return_reason (code),
    INDEX ix_return_row_row (return_id, row_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What the machine noticed in an accepted row: for the reviewer to look at, no refusal (C6, K8).
CREATE TABLE finding (
    submission_id  BIGINT       NOT NULL,
    certificate_id BIGINT       NOT NULL,
    code           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    rule           VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Of the text, formatted, tab-separated, never personal.
    arguments      VARCHAR(300) NOT NULL,
    PRIMARY KEY (submission_id, certificate_id, code),
    CONSTRAINT fk_finding_submission FOREIGN KEY (submission_id) REFERENCES submission (id),
    CONSTRAINT fk_finding_certificate FOREIGN KEY (certificate_id) REFERENCES certificate (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A file that was sent to the ministry, with its digest (R4); the file itself in sealed pieces.
CREATE TABLE ministry_export (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    number      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digest      BINARY(32)  NOT NULL,
    batch_count INT         NOT NULL,
    row_count   INT         NOT NULL,
    exported_by VARCHAR(64) NOT NULL,
    exported_at DATETIME(3) NOT NULL,
    CONSTRAINT uq_ministry_export_number UNIQUE (number)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE ministry_export_part (
    export_id BIGINT     NOT NULL,
    part_no   INT        NOT NULL,
    sealed    MEDIUMBLOB NOT NULL,
    PRIMARY KEY (export_id, part_no),
    CONSTRAINT fk_ministry_export_part FOREIGN KEY (export_id) REFERENCES ministry_export (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

ALTER TABLE submission
    ADD CONSTRAINT fk_submission_export FOREIGN KEY (export_id) REFERENCES ministry_export (id);

-- A file of receipts that came from the ministry (R4).
CREATE TABLE ministry_receipts (
    id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    number         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digest         BINARY(32)  NOT NULL,
    published_rows INT         NOT NULL,
    returned_rows  INT         NOT NULL,
    unchanged_rows INT         NOT NULL,
    imported_by    VARCHAR(64) NOT NULL,
    imported_at    DATETIME(3) NOT NULL,
    CONSTRAINT uq_ministry_receipts_number UNIQUE (number),
    INDEX ix_ministry_receipts_digest (digest)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
