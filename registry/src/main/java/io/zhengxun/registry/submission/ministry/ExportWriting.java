package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.certificate.CertificateRecords;
import io.zhengxun.registry.certificate.ReportedRow;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.submission.BatchNumber;
import io.zhengxun.registry.submission.CertificateField;
import io.zhengxun.registry.submission.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes the file of an export, in the standard order of fields (C1), straight into its sealed parts. */
@Component
class ExportWriting {

    private static final int DIGEST_BYTES = 32;

    private final MinistryExportMapper mapper;
    private final CertificateRecords certificates;
    private final Institutions institutions;
    private final Vault vault;
    private final Clock clock;
    private final BatchNumber numbers = new BatchNumber();

    ExportWriting(
            MinistryExportMapper mapper,
            CertificateRecords certificates,
            Institutions institutions,
            Vault vault,
            Clock clock) {
        this.mapper = mapper;
        this.certificates = certificates;
        this.institutions = institutions;
        this.vault = vault;
        this.clock = clock;
    }

    /** Within the caller's transaction. */
    MinistryExport write(List<Submission> batches, ExportFormat format, Staff by) {
        Instant now = clock.instant();
        String number = numbers.next("BS", now);
        mapper.begin(number, new byte[DIGEST_BYTES], batches.size(), by.username(), now);
        long id = mapper.byNumber(number).id();
        SealedParts parts = new SealedParts(vault, (partNo, sealed) -> mapper.insertPart(id, partNo, sealed));
        int rows = writeRows(batches, format, parts);
        mapper.end(id, parts.end(), rows);
        return mapper.byNumber(number);
    }

    private int writeRows(List<Submission> batches, ExportFormat format, SealedParts parts) {
        Map<Long, Institution> byId =
                institutions.all().stream().collect(Collectors.toMap(Institution::id, Function.identity()));
        AtomicInteger written = new AtomicInteger();
        try (ExportFormat.Rows rows = format.begin(parts)) {
            rows.write(Arrays.stream(CertificateField.values()).map(CertificateField::header).toList());
            for (Submission batch : batches) {
                String institution = byId.get(batch.institutionId()).name();
                certificates.eachCarried(batch.id(), row -> {
                    write(rows, cells(row, institution));
                    written.incrementAndGet();
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.get();
    }

    private static void write(ExportFormat.Rows rows, List<String> cells) {
        try {
            rows.write(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(ReportedRow row, String institution) {
        return Arrays.stream(CertificateField.values()).map(field -> cell(field, row, institution)).toList();
    }

    private static String cell(CertificateField field, ReportedRow row, String institution) {
        return switch (field) {
            case NAME -> row.name();
            case ID_TYPE -> row.idType().label();
            case ID_NUMBER -> row.idNumber();
            case OCCUPATION -> row.occupation();
            case JOB -> row.job();
            case LEVEL -> row.level().label();
            case NUMBER -> row.number().value();
            case ISSUE_DATE -> row.issueDate().toString();
            case INSTITUTION -> institution;
        };
    }
}
