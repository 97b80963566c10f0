package io.zhengxun.registry.certificate;

import io.zhengxun.registry.privacy.Vault;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rows of a batch for the eyes of staff; who may see them in full is the caller's to say, and to put on record. */
@Component
public class ShownCertificates {

    private final ShownMapper mapper;
    private final Vault vault;

    ShownCertificates(ShownMapper mapper, Vault vault) {
        this.mapper = mapper;
        this.vault = vault;
    }

    /**
     * Rows in their order, paged by key; those in an open return too.
     *
     * @param after the row number of the last one seen; 0 for the first page
     * @param inFull whether names and ID numbers are shown as they are
     */
    public List<ShownCertificate> page(long submissionId, int after, int limit, boolean inFull) {
        return mapper.page(submissionId, after, limit).stream()
                .map(row -> new ShownCertificate(row, row.openedHolder(vault), inFull))
                .toList();
    }
}
