-- Alerts of deadlines (T5), escalations (T7) and the runs that write them.

ALTER TABLE deadline
    -- On which day to look whether an alert is due; the default, before all days: at the next run.
    ADD COLUMN next_alert_on DATE NOT NULL DEFAULT '1000-01-01',
    -- Day of the last alert of this due date; null again when the due date moves.
    ADD COLUMN last_alert_on DATE,
    -- What a run reads follows what it has to look at, not what is stored.
    ADD INDEX ix_deadline_alert (open_mark, next_alert_on, id);

-- That a day's run was begun, by whom, and how far it came: once over all instances, taken over after a crash.
CREATE TABLE watch_run (
    kind             VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Day and number, e.g. 2026112301: a second one of a day only after a clock that had run ahead was put back.
    id               BIGINT      NOT NULL,
    day              DATE        NOT NULL,
    state            VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Who has it, and until when nobody else takes it over.
    holder           BINARY(16)  NOT NULL,
    leased_until     DATETIME(3) NOT NULL,
    -- By which calendar all open deadlines are looked at; null until they are.
    calendar_version BIGINT,
    -- The last owner whose notices are written; empty before the first.
    position         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    started_at       DATETIME(3) NOT NULL,
    ended_at         DATETIME(3),
    PRIMARY KEY (kind, id),
    CONSTRAINT ck_watch_run_kind CHECK (kind IN ('DEADLINES', 'SUMMARY')),
    -- JOINED: what it left was handed to the next one.
    CONSTRAINT ck_watch_run_state CHECK (state IN ('RUNNING', 'ENDED', 'JOINED')),
    CONSTRAINT ck_watch_run_ended CHECK ((state = 'RUNNING') = (ended_at IS NULL)),
    INDEX ix_watch_run_state (kind, state, id),
    INDEX ix_watch_run_day (kind, day, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Each alert that was given, which makes it given once. Rows are never deleted.
CREATE TABLE deadline_alert (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    deadline_id BIGINT      NOT NULL,
    -- A due date that moves begins a ladder of its own.
    due_on      DATE        NOT NULL,
    rung        VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    audience    VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Whose contacts are told: I and an institution's id, or R and a centre's region.
    owner       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- The run that tells them.
    run_id      BIGINT      NOT NULL,
    CONSTRAINT uq_deadline_alert UNIQUE (deadline_id, due_on, rung, audience),
    CONSTRAINT ck_deadline_alert_audience CHECK (audience IN ('DEBTOR', 'ABOVE')),
    INDEX ix_deadline_alert_run (run_id, owner, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Which alerts a digest tells: those of its run, its owner and its audience. Many contacts share them.
CREATE TABLE deadline_digest (
    notice_id BIGINT     NOT NULL PRIMARY KEY,
    run_id    BIGINT     NOT NULL,
    owner     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    audience  VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- To the province's lead, or whoever stands in: what the province itself missed too (T7).
    to_lead   BOOLEAN    NOT NULL,
    CONSTRAINT fk_deadline_digest_notice FOREIGN KEY (notice_id) REFERENCES notice (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
