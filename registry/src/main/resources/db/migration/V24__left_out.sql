-- Channels of the person's order that were left out when the notice was written, for want of an address there: its life says so.
ALTER TABLE notice
    ADD COLUMN left_out VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';
