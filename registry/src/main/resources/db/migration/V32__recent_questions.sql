-- Staff also look at what was asked last, not only at what is asked most.
ALTER TABLE question_group ADD INDEX ix_question_group_recent (state, last_at, id);
