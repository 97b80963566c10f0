package io.zhengxun.registry.audit;

import io.zhengxun.registry.privacy.Vault;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * Makes the chains' heads: once, with the tables, and never again, since a head that is made anew would hide that
 * somebody deleted a chain. Not in SQL, which has no key to stamp with.
 */
@Component
class BeginningTrail implements JavaMigration {

    private final Vault vault;

    BeginningTrail(Vault vault) {
        this.vault = vault;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3.1");
    }

    @Override
    public String getDescription() {
        return "trail heads";
    }

    /** Its outcome differs from key to key. */
    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (PreparedStatement insert = context.getConnection()
                .prepareStatement("INSERT INTO audit_head (chain, seq, hash, stamp) VALUES (?, ?, ?, ?)")) {
            for (int chain = 0; chain < Chains.COUNT; chain++) {
                Head head = Head.first(chain, vault);
                insert.setInt(1, head.chain());
                insert.setLong(2, head.seq());
                insert.setBytes(3, head.hash());
                insert.setBytes(4, head.stamp());
                insert.executeUpdate();
            }
        }
    }
}
