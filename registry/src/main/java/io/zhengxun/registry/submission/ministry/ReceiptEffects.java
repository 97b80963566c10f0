package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.certificate.CertificateRecords;
import io.zhengxun.registry.certificate.MinistryTally;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Workflow;
import io.zhengxun.registry.submission.returns.NewReturn;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.Returns;
import io.zhengxun.registry.submission.returns.ReturningDesk;
import io.zhengxun.registry.submission.review.ReturnReasons;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What receipts bring about: rows published, rows returned, and each batch moved on by what is left of it (R2, R4). */
@Component
class ReceiptEffects {

    private final CertificateRecords certificates;
    private final Workflow workflow;
    private final Returns returns;

    ReceiptEffects(CertificateRecords certificates, Workflow workflow, Returns returns) {
        this.certificates = certificates;
        this.workflow = workflow;
        this.returns = returns;
    }

    /** @param number of the receipts, for trail and outbox */
    record Import(String number, Staff by) {}

    /** Within the caller's transaction. */
    void apply(Judgement judgement, Known known, Import current) {
        publish(judgement);
        judgement.newsByBatch().forEach((batchId, news) -> settle(known.batches().get(batchId), news, current));
    }

    private void publish(Judgement judgement) {
        Map<LocalDate, List<Long>> idsByDay = new TreeMap<>();
        judgement.newsByBatch().values().forEach(news -> news.stream()
                .filter(one -> one.receipt().isPublished())
                .forEach(one -> idsByDay
                        .computeIfAbsent(one.receipt().publishedOn(), day -> new ArrayList<>())
                        .add(one.place().id())));
        idsByDay.forEach((day, ids) -> certificates.publish(ids, day));
    }

    /**
     * Returned rows go first. When nothing is awaited any more, the batch is published if any of its rows is, else
     * wholly returned.
     */
    private void settle(Submission batch, List<Judgement.News> news, Import current) {
        List<NewReturn.ReturnedRow> returned = news.stream()
                .filter(one -> !one.receipt().isPublished())
                .map(one -> new NewReturn.ReturnedRow(
                        one.place().rowNo(), ReturnReasons.MINISTRY, one.receipt().reason()))
                .toList();
        MinistryTally tally = certificates.tally(batch.id());
        boolean nothingLeft = tally.awaited() == returned.size();
        boolean anyPublished = tally.published() > 0;
        Submission now = batch;
        if (!returned.isEmpty()) {
            Act act = nothingLeft && !anyPublished ? Act.RETURN_REST : Act.RETURN_SOME;
            now = workflow.move(now, act, current.by(), moved -> returned(moved, returned, current));
        }
        int published = news.size() - returned.size();
        if (nothingLeft && anyPublished) {
            workflow.move(now, Act.PUBLISH_REST, current.by(), moved -> facts(current, published));
        } else if (published > 0) {
            workflow.move(now, Act.PUBLISH_SOME, current.by(), moved -> facts(current, published));
        }
    }

    private Map<String, String> returned(Submission batch, List<NewReturn.ReturnedRow> rows, Import current) {
        Return recorded = returns.record(batch, new NewReturn(ReturningDesk.MINISTRY, "", rows), current.by());
        Map<String, String> facts = facts(current, rows.size());
        facts.put("return", recorded.number());
        return facts;
    }

    private static Map<String, String> facts(Import current, int rows) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("receipts", current.number());
        facts.put("rows", String.valueOf(rows));
        return facts;
    }
}
