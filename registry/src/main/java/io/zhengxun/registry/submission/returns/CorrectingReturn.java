package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.certificate.ReturnedCertificates;
import io.zhengxun.registry.certificate.SealedCertificates;
import io.zhengxun.registry.certificate.SealedSnapshot;
import io.zhengxun.registry.certificate.Skill;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.AnsweredIssuances;
import io.zhengxun.registry.submission.BatchFile;
import io.zhengxun.registry.submission.NewSubmission;
import io.zhengxun.registry.submission.NumberRule;
import io.zhengxun.registry.submission.ReceivingSheet;
import io.zhengxun.registry.submission.ReportedBefore;
import io.zhengxun.registry.submission.SheetOrder;
import io.zhengxun.registry.submission.SheetPurpose;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.Upload;
import io.zhengxun.registry.submission.Workflow;
import io.zhengxun.registry.submission.returns.Return.Evidence;
import io.zhengxun.registry.submission.returns.ReturnStep.Notice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * An institution corrects exactly the rows of a return (R2): a batch of its own enters where the institution reports to,
 * and takes the rows with it. It may depart from the filed scope of
 * today as far as the rows did before, and from the issuance; it may come late, and may change nothing where only evidence was missing; the
 * reviewer sees both.
 */
@Component
public class CorrectingReturn {

    private final ReceivingSheet receiving;
    private final ReturnMapper mapper;
    private final Returns returns;
    private final MovingReturns moving;
    private final ReturnRowCorrection rows;
    private final ReturnedCertificates certificates;
    private final Institutions institutions;
    private final Submissions submissions;
    private final AnsweredIssuances issuances;
    private final Workflow workflow;
    private final Clock clock;

    CorrectingReturn(
            ReceivingSheet receiving,
            ReturnMapper mapper,
            Returns returns,
            MovingReturns moving,
            ReturnRowCorrection rows,
            ReturnedCertificates certificates,
            Institutions institutions,
            Submissions submissions,
            AnsweredIssuances issuances,
            Workflow workflow,
            Clock clock) {
        this.receiving = receiving;
        this.mapper = mapper;
        this.returns = returns;
        this.moving = moving;
        this.rows = rows;
        this.certificates = certificates;
        this.institutions = institutions;
        this.submissions = submissions;
        this.issuances = issuances;
        this.workflow = workflow;
        this.clock = clock;
    }

    /**
     * Receives the sheet of a correction.
     *
     * @param key of the request, or null
     * @return the upload: stored as the batch of the correction, or refused with a report; then nothing has changed
     * @throws io.zhengxun.registry.refusal.Absent if there is no such return in the person's scope
     * @throws io.zhengxun.registry.refusal.RoleNotAllowed unless an institution corrects its own data
     * @throws ReturnCorrected if the return was corrected already
     * @throws io.zhengxun.registry.submission.UnreadableSheet if the file is no sheet of certificate data
     */
    public Upload correct(String number, BatchFile file, Staff by, RequestKey key) {
        Return found = returns.visible(number, by.scope());
        MovingReturns.guardRole(found, ReturnAct.CORRECT, by);
        Institution institution = institutions.find(found.institutionId()).orElseThrow();
        return receiving.receive(new SheetOrder(file, institution, by, key), new Correction(found, institution, by));
    }

    /** The purpose of one sheet. */
    private final class Correction implements SheetPurpose {

        private final long returnId;
        private final long originalId;
        private final Institution institution;
        private final Staff by;
        private Map<String, Long> ids;

        Correction(Return found, Institution institution, Staff by) {
            this.returnId = found.id();
            this.originalId = found.submissionId();
            this.institution = institution;
            this.by = by;
        }

        @Override
        public NumberRule numbers() {
            ids = certificates.inReturn(returnId);
            return new ReturnedNumbers(ids.keySet());
        }

        @Override
        public ReportedBefore before() {
            Skill registered = issuances.of(submissions.find(originalId).orElseThrow())
                    .map(issuance -> new Skill(issuance.occupation(), issuance.level()))
                    .orElse(null);
            return new ReportedBefore(certificates.skillsInReturn(returnId), registered);
        }

        @Override
        public Submission store(CheckedRows sheet, byte[] digest) {
            Return found = alone();
            NewSubmission.Source source = new NewSubmission.Source(null, returnId, own(digest, found));
            NewSubmission batch = NewSubmission.correction(institution, source, by.username(), clock.instant());
            Submission correction = workflow.begin(batch, by.actor(), begun -> stored(begun, found, sheet));
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Notice notice =
                    found.state() == ReturnState.RECORDED ? new Notice(now, Evidence.CORRECTED, "") : null;
            moving.move(found, new ReturnStep.Doing(ReturnAct.CORRECT, notice, correction.number()), by);
            replaceOriginal(correction);
            return correction;
        }

        /**
         * The return, locked together with the batch's others: of two corrections one sees what the other did. The lock
         * is the transaction's first statement, so that all it reads is newer.
         */
        private Return alone() {
            mapper.lockAllOf(originalId);
            Return found = mapper.byIdAsCommitted(returnId);
            if (!found.isOpen()) {
                throw new ReturnCorrected(
                        found, submissions.findAnswer(returnId).orElseThrow().number());
            }
            return found;
        }

        private Map<String, String> stored(Submission begun, Return found, CheckedRows sheet) {
            LocalDate issuedOn = LocalDate.MAX;
            for (SealedCertificates some = sheet.next(); some != null; some = sheet.next()) {
                List<SealedSnapshot> corrected = certificates.correct(returnId, begun.id(), some, ids);
                rows.keep(returnId, corrected);
                issuedOn = earliest(issuedOn, corrected);
            }
            submissions.countRows(begun.id(), sheet.count(), 0);
            submissions.setIssuedOn(begun.id(), issuedOn);
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("return", found.number());
            facts.put("rows", String.valueOf(sheet.count()));
            return facts;
        }

        /** When nothing of a batch is left and every return of it is corrected, its corrections stand for it (R2). */
        private void replaceOriginal(Submission correction) {
            Submission original = submissions.find(originalId).orElseThrow();
            if (original.stage().isReturned() && mapper.countOpen(original.id()) == 0) {
                workflow.move(original, Act.REPLACE, by, moved -> Map.of("correction", correction.number()));
            }
        }
    }

    private static LocalDate earliest(LocalDate other, List<SealedSnapshot> rows) {
        return Stream.concat(Stream.of(other), rows.stream().map(SealedSnapshot::issueDate))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The same unchanged file may answer another return: what is unique is the file for this one (C6). */
    private static byte[] own(byte[] fileDigest, Return found) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(found.number().getBytes(StandardCharsets.US_ASCII));
            return digest.digest(fileDigest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
