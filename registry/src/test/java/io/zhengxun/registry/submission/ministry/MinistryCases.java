package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.certificate.CertificateNumber;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.IdNumber;
import io.zhengxun.registry.certificate.IdType;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.NewCertificate;
import io.zhengxun.registry.certificate.PersonName;
import io.zhengxun.registry.certificate.Standing;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.submission.NewSubmission;
import io.zhengxun.registry.submission.SheetCell;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Workflow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionTemplate;

/** Batches of an institution of its own, and files of lines in place of workbooks. */
final class MinistryCases {

    static final LocalDate ISSUED = LocalDate.of(2026, 11, 2);
    static final Staff PROVINCE =
            new Staff("province", "测试", Role.PROVINCE_REVIEWER, Scope.ofProvince(), "127.0.0.1");

    private final Certificates certificates;
    private final Workflow workflow;
    private final TransactionTemplate transaction;
    private final Clock clock;
    final Institution institution;

    MinistryCases(
            Institutions institutions,
            Certificates certificates,
            Workflow workflow,
            TransactionTemplate transaction,
            Clock clock) {
        this.certificates = certificates;
        this.workflow = workflow;
        this.transaction = transaction;
        this.clock = clock;
        String prefix = FreshNumbers.prefix();
        long id = institutions.file(new NewInstitution(
                prefix, "示例评价中心" + prefix, Tier.MUNICIPAL, "440100", "000-00000000",
                Map.of("电工", Set.of(Level.ADVANCED))));
        this.institution = institutions.find(id).orElseThrow();
    }

    /** A batch at a stage with rows 2 and on, whose numbers end with the first serial and on. */
    Submission batch(Stage stage, int firstSerial, int rows) {
        byte[] digest = new byte[32];
        ThreadLocalRandom.current().nextBytes(digest);
        NewSubmission batch = new NewSubmission(
                institution, stage, clock.instant(), new NewSubmission.Source(null, null, digest), rows, "own");
        List<NewCertificate> all = IntStream.range(0, rows)
                .mapToObj(row -> certificate(row + 2, firstSerial + row))
                .toList();
        return transaction.execute(status -> workflow.begin(batch, Actor.system(), begun -> {
            certificates.store(begun.id(), institution.id(), certificates.seal(all));
            return Map.of();
        }));
    }

    private NewCertificate certificate(int rowNo, int serial) {
        Holder holder = new Holder(
                PersonName.of("测" + "甲乙丙丁戊己庚辛壬癸".charAt(serial % 10)),
                IdNumber.of(IdType.PASSPORT, "E%08d".formatted(serial)));
        return new NewCertificate(
                rowNo, CertificateNumber.of(number(serial)), holder, "电工", "无", Level.ADVANCED, ISSUED, Standing.VALID);
    }

    String number(int serial) {
        return institution.numberPrefix() + "263%06d".formatted(serial);
    }

    LocalDate today() {
        return LegalTime.dayOf(clock.instant());
    }

    String published(int serial) {
        return number(serial) + ",公布," + today() + ",";
    }

    String returned(int serial, String reason) {
        return number(serial) + ",退回,," + reason;
    }

    /** A line per row, fields apart by commas. */
    static final ExportFormat LINES = out -> new ExportFormat.Rows() {
        @Override
        public void write(List<String> cells) throws IOException {
            line(out, String.join(",", cells));
        }

        @Override
        public void close() {}
    };

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static ReceiptFile file(List<String> lines) {
        return new ReceiptFile() {
            @Override
            public byte[] content() {
                return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public Rows open() {
                return rows(lines.iterator());
            }
        };
    }

    private static ReceiptFile.Rows rows(Iterator<String> lines) {
        return new ReceiptFile.Rows() {
            private int rowNo = 1;

            @Override
            public ReceiptFile.Row next() {
                return lines.hasNext() ? row(++rowNo, lines.next().split(",", -1)) : null;
            }

            @Override
            public void close() {}
        };
    }

    private static ReceiptFile.Row row(int rowNo, String[] texts) {
        Map<ReceiptField, SheetCell> cells = new EnumMap<>(ReceiptField.class);
        for (ReceiptField field : ReceiptField.values()) {
            cells.put(field, SheetCell.text(texts[field.ordinal()]));
        }
        return new ReceiptFile.Row(rowNo, cells);
    }
}
