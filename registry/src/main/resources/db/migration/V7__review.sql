-- Review: what the machine noticed in a batch, counted for the queues; its rows in their order.

ALTER TABLE submission
    -- Of all rows that it came with.
    ADD COLUMN finding_count INT NOT NULL DEFAULT 0;

ALTER TABLE certificate
    ADD INDEX ix_certificate_row (submission_id, row_no);
