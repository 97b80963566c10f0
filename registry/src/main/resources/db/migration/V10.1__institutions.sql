-- Institutions are kept by administrators: a change from an older state is refused.
ALTER TABLE institution ADD COLUMN version INT NOT NULL DEFAULT 0;
