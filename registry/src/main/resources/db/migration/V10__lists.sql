-- The lists of batches: whatever is filtered by, a page is read from an index in the order in which it is shown.

ALTER TABLE submission
    -- A copy of the issuance's, also in corrections of its rows: lists are filtered by it.
    ADD COLUMN issued_on DATE,
    -- 0 report in time, 1 late report, 2 correction, 3 correction with late rows: two filters in one column, so that
    -- one index serves them alone and together.
    ADD COLUMN list_group TINYINT AS (IF(late_rows > 0, 1, 0) + IF(kind = 'CORRECTION', 2, 0)) STORED;

UPDATE submission s JOIN issuance i ON i.id = s.issuance_id SET s.issued_on = i.issue_date;
UPDATE submission s JOIN submission_return r ON r.id = s.answers_return_id JOIN submission b ON b.id = r.submission_id
SET s.issued_on = b.issued_on WHERE s.issued_on IS NULL;

-- Newest first means by time: ids of a distributed database are in no order.
ALTER TABLE submission
    ADD INDEX ix_submission_list (created_at, id),
    ADD INDEX ix_submission_list_region (region_code, created_at, id),
    ADD INDEX ix_submission_list_institution (institution_id, created_at, id),
    ADD INDEX ix_submission_list_issuance (issuance_id, created_at, id),
    ADD INDEX ix_submission_list_group (stage, list_group, created_at, id),
    ADD INDEX ix_submission_list_region_group (region_code, stage, list_group, created_at, id),
    ADD INDEX ix_submission_list_institution_group (institution_id, stage, list_group, created_at, id),
    ADD INDEX ix_submission_list_issued (stage, list_group, issued_on, id),
    ADD INDEX ix_submission_list_region_issued (region_code, stage, list_group, issued_on, id),
    ADD INDEX ix_submission_list_institution_issued (institution_id, stage, list_group, issued_on, id),
    DROP INDEX ix_submission_institution,
    DROP INDEX ix_submission_institution_stage,
    DROP INDEX ix_submission_region,
    DROP INDEX ix_submission_region_stage,
    DROP INDEX ix_submission_stage,
    DROP INDEX ix_submission_issuance;
