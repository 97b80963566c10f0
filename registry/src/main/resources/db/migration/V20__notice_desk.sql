-- What staff need to look after notices: lists in the order of time, and what the notifier says of its channels.

-- Lists are sorted by time. Where a notice stays (nobody reached, held, ended without delivery) it is found by its state;
-- on its usual way a notice never gets into desk_state, so that its sending costs no more than before. UNTOLD: given up, and
-- nobody can do anything about it, since holders are not phoned.
ALTER TABLE notice
    ADD COLUMN desk_state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin
        GENERATED ALWAYS AS (CASE WHEN state IN ('QUEUED', 'SENDING', 'SENT', 'DELIVERED') THEN NULL
            WHEN state = 'GAVE_UP' AND recipient_kind = 'HOLDER' THEN 'UNTOLD' ELSE state END) STORED,
    DROP INDEX ix_notice_institution,
    DROP INDEX ix_notice_region,
    ADD INDEX ix_notice_institution (institution_id, created_at, id),
    ADD INDEX ix_notice_region (region_code, created_at, id),
    ADD INDEX ix_notice_desk (desk_state, created_at, id),
    ADD INDEX ix_notice_desk_region (region_code, desk_state, created_at, id);

-- Whether a kind of notice can go through a channel, as a notifier found it in its settings when it started.
CREATE TABLE channel_setup (
    channel    VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    configured BOOLEAN     NOT NULL,
    -- How the template's fields are filled, as JSON; of a channel without templates an empty object.
    fields     TEXT        NOT NULL,
    told_at    DATETIME(3) NOT NULL,
    PRIMARY KEY (channel, kind)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
