package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.certificate.ReturnedCertificates;
import java.util.List;
import org.springframework.stereotype.Component;

/** The returns in which one certificate lay, and what their corrections changed in it (R2, R3); always masked. */
@Component
public class CertificateReturns {

    private final CertificateReturnMapper mapper;
    private final Returns returns;
    private final ReturnedCertificates certificates;

    CertificateReturns(CertificateReturnMapper mapper, Returns returns, ReturnedCertificates certificates) {
        this.mapper = mapper;
        this.returns = returns;
        this.certificates = certificates;
    }

    /**
     * One of them.
     *
     * @param fields field by field, as it was and as it came back; empty while it is not corrected
     */
    public record Lain(Return matter, ReturnedRows.Reason reason, List<Difference> fields) {

        public boolean isCorrected() {
            return !fields.isEmpty();
        }
    }

    /** In the order of the returns. Whether they may be seen is the caller's to ask. */
    public List<Lain> of(long certificateId) {
        return mapper.ofCertificate(certificateId).stream().map(this::lain).toList();
    }

    private Lain lain(CertificateReturnMapper.Row row) {
        return new Lain(
                returns.find(row.returnId).orElseThrow(),
                new ReturnedRows.Reason(row.rowNo, row.reasonCode, row.reason, row.remark),
                row.isCorrected()
                        ? Difference.between(certificates.open(row.before()), certificates.open(row.after()), false)
                        : List.of());
    }
}
