-- Whose identity a person in WeChat has bound, by consent (Q7, PIPL 13-15). A line is deleted, not marked, with the consent.
CREATE TABLE bound_identity (
    id               BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- Keyed hash: finds the identity of who writes. The openid itself is nowhere.
    open_id_hash     BINARY(16)     NOT NULL,
    name_sealed      VARBINARY(300) NOT NULL,
    id_type          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id_number_sealed VARBINARY(100) NOT NULL,
    -- Keyed hash: how many have bound the same one.
    id_number_hash   BINARY(16)     NOT NULL,
    -- To which wording the person agreed, and when.
    consent_version  VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    consented_at     DATETIME(3)    NOT NULL,
    CONSTRAINT uq_bound_identity UNIQUE (open_id_hash),
    INDEX ix_bound_identity_number (id_number_hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
