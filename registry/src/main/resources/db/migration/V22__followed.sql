-- When the person followed the account last, by WeChat's clock: what is told late of an earlier leaving does not count.
ALTER TABLE contact ADD COLUMN followed_at DATETIME(3);
