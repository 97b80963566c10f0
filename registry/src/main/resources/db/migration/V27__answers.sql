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
