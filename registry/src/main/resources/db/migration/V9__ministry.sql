-- What was told of a batch or of a return, for the story of a certificate.
ALTER TABLE outbox_event
    ADD INDEX ix_outbox_event_subject (subject_kind, subject_key, id);
