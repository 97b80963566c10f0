package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.Ordered;
import io.zhengxun.registry.submission.Stage;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.Workflow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The province sends approved batches to the ministry: one file over all of them, its digest recorded (R4). File,
 * batches, deadlines and trail are one transaction.
 */
@Component
public class ExportingToMinistry {

    private static final Logger log = LoggerFactory.getLogger(ExportingToMinistry.class);

    private final MinistryExportMapper mapper;
    private final ExportWriting writing;
    private final Submissions submissions;
    private final Workflow workflow;
    private final AuditTrail trail;
    private final OnceOnly onceOnly;
    private final MinistrySettings settings;

    ExportingToMinistry(
            MinistryExportMapper mapper,
            ExportWriting writing,
            Submissions submissions,
            Workflow workflow,
            AuditTrail trail,
            OnceOnly onceOnly,
            MinistrySettings settings) {
        this.mapper = mapper;
        this.writing = writing;
        this.submissions = submissions;
        this.workflow = workflow;
        this.trail = trail;
        this.onceOnly = onceOnly;
        this.settings = settings;
    }

    /**
     * Exports the batches named; takes seconds for many rows.
     *
     * @throws ExportTooLarge if they do not fit into one file
     * @throws io.zhengxun.registry.refusal.Refusal as {@link Workflow#seen} and {@link Workflow#move} refuse, for the
     *     first batch that cannot be sent; nothing is sent then
     */
    public MinistryExport export(List<Ordered> named, ExportFormat format, Staff by, RequestKey key) {
        if (named.size() > settings.mostBatches()) {
            throw new ExportTooLarge(settings);
        }
        return onceOnly.run(key, MinistryExport.class, () -> {
            mapper.lock(named.stream().map(Ordered::number).toList());
            List<Submission> batches = named.stream().map(ordered -> workflow.seen(ordered, by)).distinct().toList();
            if (fitting(batches).size() < batches.size()) {
                throw new ExportTooLarge(settings);
            }
            return send(batches, format, by);
        });
    }

    /**
     * Exports every approved batch, the most urgent first, as many as one file may hold.
     *
     * @throws NothingToExport if there is none
     */
    public MinistryExport exportApproved(ExportFormat format, Staff by, RequestKey key) {
        // Read before the transaction: within it, the locks are to come before anything is seen.
        List<String> approved = mapper.approved(settings.mostBatches());
        return onceOnly.run(key, MinistryExport.class, () -> {
            if (approved.isEmpty()) {
                throw new NothingToExport();
            }
            Collection<Submission> locked = submissions.find(mapper.lock(approved)).values();
            List<Submission> batches = fitting(locked.stream()
                    .filter(ExportingToMinistry::isApproved)
                    .sorted(Comparator.comparing((Submission batch) -> approved.indexOf(batch.number())))
                    .toList());
            if (batches.isEmpty()) {
                throw new NothingToExport();
            }
            return send(batches, format, by);
        });
    }

    /** The first ones that one file may hold together. */
    private List<Submission> fitting(List<Submission> batches) {
        List<Submission> fitting = new ArrayList<>();
        long rows = 0;
        for (Submission batch : batches) {
            rows += batch.carriedRows();
            if (rows > settings.mostRows()) {
                break;
            }
            fitting.add(batch);
        }
        return fitting;
    }

    private static boolean isApproved(Submission batch) {
        return batch.stage() == Stage.PROVINCE_APPROVED;
    }

    private MinistryExport send(List<Submission> batches, ExportFormat format, Staff by) {
        // Refused by the workflow, before the long work.
        batches.stream().filter(batch -> !isApproved(batch)).forEach(batch -> workflow.move(
                batch, Act.SEND_TO_MINISTRY, by, sent -> Map.of()));
        MinistryExport export = writing.write(batches, format, by);
        for (Submission batch : batches) {
            workflow.move(batch, Act.SEND_TO_MINISTRY, by, sent -> {
                submissions.setExport(sent.id(), export.id());
                return Map.of("export", export.number(), "digest", export.digest());
            });
        }
        trail.append(Deed.of(
                by.actor(), "MINISTRY_EXPORT_MADE", Deed.Subject.Kind.MINISTRY_EXPORT, export.number(), facts(export)));
        log.info("Export {} to the ministry: {} rows of {} batches.", export.number(), export.rowCount(),
                export.batchCount());
        return export;
    }

    private static Map<String, String> facts(MinistryExport export) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("batches", String.valueOf(export.batchCount()));
        facts.put("rows", String.valueOf(export.rowCount()));
        facts.put("digest", export.digest());
        return facts;
    }
}
