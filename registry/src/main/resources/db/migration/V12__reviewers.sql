-- Who has reviewed a batch at a desk, passed it or returned rows of it: none of them decides there as the lead (W2).

CREATE TABLE desk_reviewer (
    submission_id BIGINT      NOT NULL,
    desk          VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    username      VARCHAR(64) NOT NULL,
    PRIMARY KEY (submission_id, desk, username),
    CONSTRAINT ck_desk_reviewer_desk CHECK (desk IN ('CITY', 'PROVINCE')),
    CONSTRAINT fk_desk_reviewer_submission FOREIGN KEY (submission_id) REFERENCES submission (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO desk_reviewer (submission_id, desk, username)
SELECT id, desk, reviewed_by FROM submission WHERE reviewed_by IS NOT NULL AND desk IN ('CITY', 'PROVINCE')
UNION
SELECT submission_id, returned_by, recorded_by FROM submission_return WHERE returned_by IN ('CITY', 'PROVINCE');
