-- Channels that wait by themselves since their quota is used up, as a notifier found: for staff to see. One row per channel.
CREATE TABLE channel_pause (
    channel  VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    code     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    since    DATETIME(3) NOT NULL,
    -- When one notice tries again; over if nobody found the same then.
    until_at DATETIME(3) NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
