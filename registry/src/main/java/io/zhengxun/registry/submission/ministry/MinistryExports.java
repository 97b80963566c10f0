package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.refusal.Absent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files that went to the ministry (R4): made by {@link ExportingToMinistry}, never changed. */
@Component
public class MinistryExports {

    private final MinistryExportMapper mapper;
    private final Vault vault;
    private final AuditTrail trail;

    MinistryExports(MinistryExportMapper mapper, Vault vault, AuditTrail trail) {
        this.mapper = mapper;
        this.vault = vault;
        this.trail = trail;
    }

    /** @throws Absent if there is none of that number */
    public MinistryExport find(String number) {
        return Optional.ofNullable(mapper.byNumber(number)).orElseThrow(Absent::new);
    }

    /**
     * Newest first, paged by key.
     *
     * @param before the id of the last one seen; {@code Long.MAX_VALUE} for the first page
     */
    public List<MinistryExport> page(long before, int limit) {
        return mapper.page(before, limit);
    }

    /** The numbers of the batches that are in it. */
    public List<String> batches(MinistryExport export) {
        return mapper.batches(export.id());
    }

    /** Records that a person takes the file: it leaves with names and ID numbers (W4, Q6). */
    @Transactional
    public void recordDownload(MinistryExport export, Staff by) {
        trail.append(Deed.of(
                by.actor(),
                "MINISTRY_EXPORT_DOWNLOADED",
                Deed.Subject.Kind.MINISTRY_EXPORT,
                export.number(),
                Map.of("digest", export.digest())));
    }

    /** The very bytes that were made, a part in memory at a time. */
    public void writeTo(MinistryExport export, OutputStream out) throws IOException {
        int partNo = 0;
        for (List<byte[]> part = part(export, 0); !part.isEmpty(); part = part(export, ++partNo)) {
            out.write(vault.openBytes(part.get(0)));
        }
    }

    private List<byte[]> part(MinistryExport export, int partNo) {
        return mapper.part(export.id(), partNo);
    }
}
