-- Who is a city's data manager, by the form of Annex 2 (W3). A line ends by a hand-over; it is never deleted (W4).
CREATE TABLE appointment (
    id                     BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    region_code            CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    username               VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- As the account was called when it was recorded: accounts may be renamed.
    name                   VARCHAR(50)  NOT NULL,
    unit_name              VARCHAR(100) NOT NULL,
    unit_address           VARCHAR(200) NOT NULL,
    unit_head              VARCHAR(50)  NOT NULL,
    post                   VARCHAR(50)  NOT NULL,
    -- Phones and QQ stand here only sealed (Q6).
    unit_head_phone_sealed VARBINARY(200) NOT NULL,
    office_phone_sealed    VARBINARY(200) NOT NULL,
    mobile_sealed          VARBINARY(200) NOT NULL,
    qq_sealed              VARBINARY(200),
    -- Keyed hash: a mobile is a person's own, two people do not share one.
    mobile_hash            BINARY(16)   NOT NULL,
    public_contact         VARCHAR(200) NOT NULL,
    remarks                VARCHAR(500) NOT NULL,
    recommended_by         VARCHAR(100) NOT NULL,
    recommended_on         DATE         NOT NULL,
    since_on               DATE         NOT NULL,
    until_on               DATE,
    -- 1 while it lasts: a person has one at a time.
    lasting_mark           TINYINT,
    recorded_by            VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at            DATETIME(3)  NOT NULL,
    version                INT          NOT NULL,
    CONSTRAINT uq_appointment_person UNIQUE (username, lasting_mark),
    CONSTRAINT uq_appointment_mobile UNIQUE (mobile_hash, lasting_mark),
    CONSTRAINT ck_appointment_lasting CHECK ((until_on IS NULL) = (lasting_mark IS NOT NULL)),
    CONSTRAINT ck_appointment_until CHECK (until_on IS NULL OR until_on >= since_on),
    CONSTRAINT fk_appointment_region FOREIGN KEY (region_code) REFERENCES region (code),
    CONSTRAINT fk_appointment_account FOREIGN KEY (username) REFERENCES account (username),
    INDEX ix_appointment_region (region_code, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE hand_over (
    id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    region_code    CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    predecessor_id BIGINT      NOT NULL,
    successor_id   BIGINT      NOT NULL,
    handed_over_on DATE        NOT NULL,
    passed_batches INT         NOT NULL,
    note           VARCHAR(500) NOT NULL,
    recorded_by    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at    DATETIME(3) NOT NULL,
    -- What was handed over is handed over once.
    CONSTRAINT uq_hand_over_predecessor UNIQUE (predecessor_id),
    CONSTRAINT ck_hand_over_people CHECK (predecessor_id <> successor_id),
    CONSTRAINT fk_hand_over_predecessor FOREIGN KEY (predecessor_id) REFERENCES appointment (id),
    CONSTRAINT fk_hand_over_successor FOREIGN KEY (successor_id) REFERENCES appointment (id),
    CONSTRAINT fk_hand_over_region FOREIGN KEY (region_code) REFERENCES region (code),
    INDEX ix_hand_over_region (region_code, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
