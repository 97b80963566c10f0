-- Batches that were returned before returns were kept: each becomes one return of all its rows (R2). Which reasons were
-- given then is not known; clocks are started at the next start, which knows the calendar.
INSERT INTO submission_return (number, submission_id, institution_id, region_code, returned_by, row_count, remark,
    recorded_by, recorded_at, state, notified_at, evidence, evidence_note, evidence_by, version)
SELECT CONCAT('TH', DATE_FORMAT(s.stage_since + INTERVAL 8 HOUR, '%y%m%d'), '-', RIGHT(s.number, 8)), s.id,
    s.institution_id, s.region_code, SUBSTRING(s.stage, LENGTH('RETURNED_BY_') + 1), s.row_count,
    '整批退回，原因见当时的退回通知', 'system', s.stage_since,
    IF(s.return_notified_at IS NULL, 'RECORDED', 'NOTIFIED'), s.return_notified_at,
    IF(s.return_notified_at IS NULL, NULL, 'EARLIER'), IF(s.return_notified_at IS NULL, NULL, ''),
    IF(s.return_notified_at IS NULL, NULL, 'system'), 0
FROM submission s
WHERE s.stage IN ('RETURNED_BY_CITY', 'RETURNED_BY_PROVINCE', 'RETURNED_BY_MINISTRY') AND s.carried_rows > 0;

-- A returned batch that still carries rows is one of those.
UPDATE certificate c
    JOIN submission s ON s.id = c.submission_id
    JOIN submission_return r ON r.submission_id = s.id
SET c.return_id = r.id
WHERE s.stage IN ('RETURNED_BY_CITY', 'RETURNED_BY_PROVINCE', 'RETURNED_BY_MINISTRY') AND s.carried_rows > 0;

INSERT INTO return_row (return_id, certificate_id, row_no, reason_code, reason, remark, before_name, before_id_type,
    before_id, before_occupation, before_job, before_level, before_issue_date)
SELECT r.id, c.id, c.row_no, reason.code, reason.wording, '', c.name_sealed, c.id_type, c.id_sealed, c.occupation, c.job,
    c.level, c.issue_date
FROM certificate c
    JOIN submission_return r ON r.id = c.return_id
    JOIN submission s ON s.id = r.submission_id
    JOIN return_reason reason ON reason.code = 'OTHER'
WHERE s.stage IN ('RETURNED_BY_CITY', 'RETURNED_BY_PROVINCE', 'RETURNED_BY_MINISTRY') AND s.carried_rows > 0;

UPDATE submission SET carried_rows = 0
WHERE stage IN ('RETURNED_BY_CITY', 'RETURNED_BY_PROVINCE', 'RETURNED_BY_MINISTRY') AND carried_rows > 0;

ALTER TABLE submission DROP COLUMN return_notified_at;
