-- The platform keeps a picture for three days: the notifier fetches it, and it stays here, sealed (X1, Q6).

ALTER TABLE complaint_picture
    -- Null once it was fetched or given up.
    MODIFY COLUMN media_sealed VARBINARY(300),
    ADD COLUMN state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'WAITING',
    -- When it is tried next; while somebody is at it, when that person is given up.
    ADD COLUMN next_try_at DATETIME(3) NOT NULL DEFAULT '2026-01-01 00:00:00',
    ADD COLUMN tries SMALLINT NOT NULL DEFAULT 0,
    ADD COLUMN content_type VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin,
    ADD CONSTRAINT ck_complaint_picture_state CHECK (state IN ('WAITING', 'KEPT', 'LOST', 'UNFIT')),
    ADD CONSTRAINT ck_complaint_picture_type CHECK ((content_type IS NOT NULL) = (state = 'KEPT')),
    ADD CONSTRAINT ck_complaint_picture_media CHECK ((media_sealed IS NOT NULL) = (state = 'WAITING')),
    ADD INDEX ix_complaint_picture_try (state, next_try_at, id);

-- Apart, since nothing but the one view reads it.
CREATE TABLE complaint_picture_content (
    picture_id BIGINT NOT NULL PRIMARY KEY,
    sealed     MEDIUMBLOB NOT NULL,
    CONSTRAINT fk_complaint_picture_content FOREIGN KEY (picture_id) REFERENCES complaint_picture (id) ON DELETE CASCADE
);

-- The statement that an institution owes (D11) is a deadline of its own; all others of a complaint are its centre's.
ALTER TABLE deadline DROP CONSTRAINT ck_deadline_subject;
ALTER TABLE deadline ADD CONSTRAINT ck_deadline_subject CHECK (
    subject_kind IN ('ISSUANCE', 'SUBMISSION', 'RETURN', 'COMPLAINT')
    AND (institution_id IS NOT NULL OR subject_kind = 'COMPLAINT'));
