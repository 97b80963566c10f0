-- What lists of issuances are sorted and filtered by (T3).
ALTER TABLE issuance
    -- Copies of the due dates of D1 and D8; null only while the row is being registered.
    ADD COLUMN report_due_on DATE,
    ADD COLUMN closes_on     DATE,
    ADD INDEX ix_issuance_institution_state (institution_id, state, id),
    ADD INDEX ix_issuance_institution_due (institution_id, state, report_due_on, id),
    ADD INDEX ix_issuance_region_state (region_code, state, id),
    ADD INDEX ix_issuance_region_due (region_code, state, report_due_on, id),
    ADD INDEX ix_issuance_state (state, id),
    ADD INDEX ix_issuance_due (state, report_due_on, id);
