package io.zhengxun.registry.deadline;

import java.time.Instant;

/** That a year's arrangement was imported, from which file (SHA-256), and who did it. */
record YearImport(int year, byte[] fileDigest, String importedBy, Instant importedAt) {}
