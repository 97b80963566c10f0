-- What is due, of whom, by when, and how it ended (D1-D11, T4). Rows are never deleted.
CREATE TABLE deadline (
    id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    rule           VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- As it was when the clock started: a changed setting moves no running deadline, a changed calendar does.
    length         SMALLINT    NOT NULL,
    subject_kind   VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject_id     BIGINT      NOT NULL,
    institution_id BIGINT      NOT NULL,
    region_code    CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    debtor         VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    start_on       DATE        NOT NULL,
    due_on         DATE        NOT NULL,
    -- The end of due_on in Shanghai (T1).
    due_at         DATETIME(3) NOT NULL,
    -- A day was looked up in a year whose holidays were not arranged yet (T2).
    provisional    BOOLEAN     NOT NULL,
    state          VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- 1 while open, else null: lets a subject have one open deadline of a rule and any number of ended ones.
    open_mark      TINYINT,
    started_at     DATETIME(3) NOT NULL,
    ended_at       DATETIME(3),
    evidence       VARCHAR(300) NOT NULL,
    CONSTRAINT uq_deadline_open UNIQUE (subject_kind, subject_id, rule, open_mark),
    CONSTRAINT ck_deadline_subject CHECK (subject_kind IN ('ISSUANCE', 'SUBMISSION', 'RETURN')),
    CONSTRAINT ck_deadline_debtor CHECK (debtor IN ('INSTITUTION', 'CITY', 'PROVINCE', 'MINISTRY')),
    CONSTRAINT ck_deadline_period CHECK (length > 0 AND due_on > start_on AND due_at > due_on),
    CONSTRAINT ck_deadline_state CHECK (
        (state = 'OPEN' AND open_mark IS NOT NULL AND open_mark = 1 AND ended_at IS NULL)
        OR (state IN ('MET', 'WITHDRAWN') AND open_mark IS NULL AND ended_at IS NOT NULL)),
    CONSTRAINT fk_deadline_institution FOREIGN KEY (institution_id) REFERENCES institution (id),
    CONSTRAINT fk_deadline_region FOREIGN KEY (region_code) REFERENCES region (code),
    -- Open ones by the day on which they are due: what a list or a recount costs follows what it finds.
    INDEX ix_deadline_due (open_mark, due_on, id),
    INDEX ix_deadline_rule (open_mark, rule, due_on, id),
    INDEX ix_deadline_debtor (open_mark, debtor, due_on, id),
    INDEX ix_deadline_region (region_code, open_mark, due_on, id),
    INDEX ix_deadline_region_debtor (region_code, debtor, open_mark, due_on, id),
    INDEX ix_deadline_institution (institution_id, open_mark, due_on, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One row. Who starts a clock shares it, who changes the calendar has it alone: no clock is set by an old calendar (T2).
CREATE TABLE calendar_version (
    id         TINYINT      NOT NULL PRIMARY KEY,
    version    BIGINT       NOT NULL,
    changed_at DATETIME(3),
    changed_by VARCHAR(80)  NOT NULL,
    -- The day or the year that was changed last.
    changed    VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- The last year that the calendar library had an arrangement of when open deadlines were counted; null: never.
    library_year SMALLINT,
    CONSTRAINT ck_calendar_version_single CHECK (id = 1)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO calendar_version (id, version, changed_at, changed_by, changed) VALUES (1, 0, NULL, '', '');

-- A day that staff have set: stronger than the year's arrangement and than the week (T2).
CREATE TABLE day_override (
    day      DATE        NOT NULL PRIMARY KEY,
    working  BOOLEAN     NOT NULL,
    name     VARCHAR(40) NOT NULL,
    set_by   VARCHAR(64) NOT NULL,
    set_at   DATETIME(3) NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The State Council's arrangement of a year, as imported: it replaces what the library knows of the year (T2).
CREATE TABLE year_arrangement (
    year        SMALLINT    NOT NULL PRIMARY KEY,
    file_digest BINARY(32)  NOT NULL,
    imported_by VARCHAR(64) NOT NULL,
    imported_at DATETIME(3) NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE arranged_day (
    year    SMALLINT    NOT NULL,
    day     DATE        NOT NULL,
    working BOOLEAN     NOT NULL,
    name    VARCHAR(40) NOT NULL,
    PRIMARY KEY (day),
    CONSTRAINT fk_arranged_day_year FOREIGN KEY (year) REFERENCES year_arrangement (year),
    INDEX ix_arranged_day_year (year),
    CONSTRAINT ck_arranged_day_year CHECK (year = EXTRACT(YEAR FROM day))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
