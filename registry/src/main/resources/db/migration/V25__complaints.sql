-- Complaints of holders (X1): the case in the open, all that people wrote or sent only sealed (Q6).

CREATE TABLE complaint (
    id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    number         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    category       VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state          VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- About which; null while nobody knows.
    institution_id BIGINT,
    -- Of the centre that owes the answer.
    region_code    CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    assigned_to    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    -- 1 once the institution was asked for a statement: only then it sees the case. A column, since indexes need it.
    asked_mark     TINYINT,
    -- Null once the person was forgotten.
    open_id_sealed VARBINARY(150),
    open_id_hash   BINARY(16),
    contact_sealed VARBINARY(150),
    -- Keyed hash of what the person confirmed: confirmed twice it is filed once.
    filing_key     BINARY(16)  NOT NULL,
    filed_at       DATETIME(3) NOT NULL,
    answered_at    DATETIME(3),
    closed_at      DATETIME(3),
    reopened_at    DATETIME(3),
    -- Copy of the earliest running deadline, for lists; null once closed.
    due_on         DATE,
    version        INT         NOT NULL,
    CONSTRAINT uq_complaint_number UNIQUE (number),
    CONSTRAINT uq_complaint_filing UNIQUE (filing_key),
    CONSTRAINT ck_complaint_category CHECK (category IN ('PROGRESS', 'DATA', 'CONDUCT', 'FEES', 'OTHER')),
    CONSTRAINT ck_complaint_state CHECK (state IN ('RECEIVED', 'ASSIGNED', 'STATEMENT_ASKED', 'ANSWERED', 'CLOSED',
        'REOPENED')),
    CONSTRAINT ck_complaint_person CHECK ((open_id_sealed IS NULL) = (open_id_hash IS NULL)),
    CONSTRAINT ck_complaint_asked CHECK (asked_mark IS NULL OR institution_id IS NOT NULL),
    CONSTRAINT ck_complaint_closed CHECK (state <> 'CLOSED' OR (closed_at IS NOT NULL AND answered_at IS NOT NULL)),
    CONSTRAINT fk_complaint_institution FOREIGN KEY (institution_id) REFERENCES institution (id),
    CONSTRAINT fk_complaint_region FOREIGN KEY (region_code) REFERENCES region (code),
    CONSTRAINT fk_complaint_account FOREIGN KEY (assigned_to) REFERENCES account (username),
    INDEX ix_complaint_state (state, due_on, id),
    INDEX ix_complaint_region (region_code, state, due_on, id),
    INDEX ix_complaint_institution (institution_id, asked_mark, state, due_on, id),
    INDEX ix_complaint_person (open_id_hash, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What was written about it, in the order of the ids. Rows are never changed.
CREATE TABLE complaint_entry (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    complaint_id BIGINT      NOT NULL,
    kind         VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    text_sealed  VARBINARY(4100) NOT NULL,
    -- Username, or 'holder'.
    written_by   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    written_at   DATETIME(3) NOT NULL,
    CONSTRAINT ck_complaint_entry_kind CHECK (kind IN ('FILED', 'QUESTION', 'STATEMENT', 'ANSWER', 'REOPENED')),
    CONSTRAINT fk_complaint_entry FOREIGN KEY (complaint_id) REFERENCES complaint (id),
    INDEX ix_complaint_entry (complaint_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Pictures that the person sent, by the platform's media id, which it keeps for three days.
CREATE TABLE complaint_picture (
    id           BIGINT  NOT NULL AUTO_INCREMENT PRIMARY KEY,
    complaint_id BIGINT  NOT NULL,
    position     TINYINT NOT NULL,
    media_sealed VARBINARY(300) NOT NULL,
    CONSTRAINT uq_complaint_picture UNIQUE (complaint_id, position),
    CONSTRAINT fk_complaint_picture FOREIGN KEY (complaint_id) REFERENCES complaint (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A complaint's deadlines are its centre's own (D11): they name no institution, which may be unknown and need not see them.
ALTER TABLE deadline DROP CONSTRAINT ck_deadline_subject;
ALTER TABLE deadline MODIFY COLUMN institution_id BIGINT;
ALTER TABLE deadline ADD CONSTRAINT ck_deadline_subject CHECK (
    subject_kind IN ('ISSUANCE', 'SUBMISSION', 'RETURN', 'COMPLAINT')
    AND (institution_id IS NULL) = (subject_kind = 'COMPLAINT'));

-- FILER: who filed a complaint.
ALTER TABLE notice DROP CONSTRAINT ck_notice_recipient;
ALTER TABLE notice ADD CONSTRAINT ck_notice_recipient CHECK (
    recipient_kind IN ('CONTACT', 'HOLDER', 'FILER', 'NOBODY'));
