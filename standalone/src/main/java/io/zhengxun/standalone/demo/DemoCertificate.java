package io.zhengxun.standalone.demo;

import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.Standing;
import java.time.LocalDate;

/** The n-th certificate of the demo, the same on every machine; only dates of batches under way follow the day of seeding. */
public record DemoCertificate(int n) {

    public static final int COUNT = 20_000;

    static final int PER_BATCH = 40;
    private static final int SHARED_EVERY = 10;
    private static final LocalDate FIRST_PUBLISHED = LocalDate.of(2025, 2, 10);
    private static final int PUBLISHED_DAYS = 250;
    private static final Level[] LEVELS = {
        Level.ELEMENTARY, Level.INTERMEDIATE, Level.ADVANCED, Level.TECHNICIAN, Level.SENIOR_TECHNICIAN
    };

    DemoBatch batch() {
        return new DemoBatch(n / PER_BATCH);
    }

    int row() {
        return n % PER_BATCH;
    }

    public String holderName() {
        return DemoPeople.name(person());
    }

    public String holderIdNumber() {
        return DemoPeople.idNumber(person());
    }

    /** Every tenth certificate belongs to the holder of the one before it. */
    private int person() {
        return n % SHARED_EVERY == SHARED_EVERY - 1 ? n - 1 : n;
    }

    DemoInstitution.Trade trade() {
        return DemoInstitution.TRADES.get(n % DemoInstitution.TRADES.size());
    }

    Level level() {
        return LEVELS[n / 3 % LEVELS.length];
    }

    public Standing standing() {
        if (n % 97 == 5) {
            return Standing.SUSPENDED;
        }
        return n % 101 == 7 ? Standing.DELETED : Standing.VALID;
    }

    public boolean isPublished() {
        return batch().isPublished();
    }

    /** @param today the day of seeding: batches under way were issued shortly before it */
    LocalDate issueDate(LocalDate today) {
        return isPublished() ? FIRST_PUBLISHED.plusDays(batch().index() % PUBLISHED_DAYS) : batch().issuedRecently(today);
    }

    /** The number of a published certificate, which does not depend on the day of seeding. */
    public String publishedNumber() {
        if (!isPublished()) {
            throw new IllegalStateException("Certificate " + n + " of the demo is still under way.");
        }
        return number(LocalDate.EPOCH);
    }

    String number(LocalDate today) {
        int serial = batch().index() / DemoInstitution.COUNT * PER_BATCH + row() + 1;
        return batch().institution().numberPrefix()
                + "%02d".formatted(issueDate(today).getYear() % 100)
                + level().code().orElseThrow()
                + "%06d".formatted(serial);
    }
}
