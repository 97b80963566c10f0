-- Answers that staff edit, and what the bot did not understand.

-- What was published, once and for all: rows are never changed or deleted. Version 0 is the text that came with the program.
CREATE TABLE faq_text (
    intent_code   VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version       INT           NOT NULL,
    body          VARCHAR(2048) NOT NULL,
    source        VARCHAR(200)  NOT NULL,
    -- The earlier version that was taken up again.
    restored_from INT,
    published_by  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    published_at  DATETIME(3)   NOT NULL,
    PRIMARY KEY (intent_code, version)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Which version is used, and what is being written. An intent without a row is answered by version 0.
CREATE TABLE faq_entry (
    intent_code  VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    -- Counts the changes: a form opened on an older one is refused.
    edition      INT         NOT NULL,
    published    INT         NOT NULL,
    draft_body   VARCHAR(2048),
    draft_source VARCHAR(200),
    changed_by   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    changed_at   DATETIME(3),
    CONSTRAINT ck_faq_entry_draft CHECK ((draft_body IS NULL) = (draft_source IS NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- All instances ask this one row whether anything else was published.
CREATE TABLE faq_edition (
    id     TINYINT NOT NULL PRIMARY KEY,
    number BIGINT  NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
INSERT INTO faq_edition (id, number) VALUES (1, 0);

-- Questions that mean much the same, counted together; the first one speaks for them.
CREATE TABLE question_group (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    leader      VARCHAR(200) NOT NULL,
    state       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- The intent that staff assigned.
    intent_code VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
    -- Of those that are still kept.
    questions   INT          NOT NULL,
    first_at    DATETIME(3)  NOT NULL,
    last_at     DATETIME(3)  NOT NULL,
    handled_by  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    handled_at  DATETIME(3),
    CONSTRAINT ck_question_group_state CHECK (state IN ('OPEN', 'ASSIGNED', 'DONE')),
    CONSTRAINT ck_question_group_intent CHECK ((state = 'ASSIGNED') = (intent_code IS NOT NULL)),
    INDEX ix_question_group_list (state, questions, id),
    INDEX ix_question_group_last (last_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What nobody understood, with words in place of names and numbers (Q6); not who asked. Kept for weeks only.
CREATE TABLE unanswered_question (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    group_id     BIGINT       NOT NULL,
    text         VARCHAR(200) NOT NULL,
    guessed_code VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    score        DECIMAL(4, 3) NOT NULL,
    asked_at     DATETIME(3)  NOT NULL,
    CONSTRAINT fk_unanswered_question_group FOREIGN KEY (group_id) REFERENCES question_group (id),
    INDEX ix_unanswered_question_group (group_id, id),
    INDEX ix_unanswered_question_asked (asked_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What staff said means an intent: used at once, and taken into the program's phrasings later.
CREATE TABLE taught_phrasing (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    text        VARCHAR(200) NOT NULL,
    intent_code VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    taught_by   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    taught_at   DATETIME(3)  NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- All instances ask this one row whether anything else was taught.
CREATE TABLE phrasing_edition (
    id     TINYINT NOT NULL PRIMARY KEY,
    number BIGINT  NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
INSERT INTO phrasing_edition (id, number) VALUES (1, 0);
