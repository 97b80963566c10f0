package io.zhengxun.registry.submission.ministry;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.submission.BatchNumber;
import io.zhengxun.registry.submission.ministry.ReceiptsImport.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Staff import the ministry's receipts (R4): all rows are checked first, then every row that says something new takes
 * effect, in one transaction. The same file, or one that overlaps with it, may come again without effect.
 */
@Component
public class ImportingReceipts {

    private static final Logger log = LoggerFactory.getLogger(ImportingReceipts.class);

    private final MinistryReceiptsMapper mapper;
    private final ReceiptKnowledge knowledge;
    private final ReceiptEffects effects;
    private final AuditTrail trail;
    private final OnceOnly onceOnly;
    private final Clock clock;
    private final BatchNumber numbers = new BatchNumber();

    ImportingReceipts(
            MinistryReceiptsMapper mapper,
            ReceiptKnowledge knowledge,
            ReceiptEffects effects,
            AuditTrail trail,
            OnceOnly onceOnly,
            Clock clock) {
        this.mapper = mapper;
        this.knowledge = knowledge;
        this.effects = effects;
        this.trail = trail;
        this.onceOnly = onceOnly;
        this.clock = clock;
    }

    /**
     * Imports a file; takes seconds for many rows.
     *
     * @throws io.zhengxun.registry.submission.UnreadableSheet if it is no sheet of receipts
     * @throws ReceiptsRefused with everything that is wrong in any row
     */
    public Outcome importFile(ReceiptFile file, Staff by, RequestKey key) {
        byte[] digest = SealedParts.sha256().digest(file.content());
        ReceiptReading reading = ReceiptReading.of(file, LegalTime.dayOf(clock.instant()));
        RequestKey ofFile = key == null ? null : key.with(digest);
        return onceOnly.run(ofFile, Outcome.class, () -> take(reading, digest, by));
    }

    private Outcome take(ReceiptReading reading, byte[] digest, Staff by) {
        Known known = knowledge.of(reading.receipts());
        ReceiptsImport earlier = mapper.byDigest(digest);
        if (earlier != null) {
            return new Outcome(earlier, true, List.of());
        }
        Judgement judgement = Judgement.of(reading.receipts(), known);
        List<ReceiptFlaw> flaws = reading.flaws();
        if (!flaws.isEmpty() || !judgement.flaws().isEmpty()) {
            throw new ReceiptsRefused(
                    reading.rows(), Stream.concat(flaws.stream(), judgement.flaws().stream()).toList());
        }
        Instant now = clock.instant();
        String number = numbers.next("HZ", now);
        effects.apply(judgement, known, new ReceiptEffects.Import(number, by));
        mapper.insert(number, digest, judgement.count(), by.username(), now);
        ReceiptsImport imported = mapper.byNumber(number);
        trail.append(Deed.of(
                by.actor(),
                "MINISTRY_RECEIPTS_IMPORTED",
                Deed.Subject.Kind.MINISTRY_RECEIPTS,
                number,
                facts(imported)));
        log.info("Receipts {}: {} rows published, {} returned, {} known already.", number, imported.publishedRows(),
                imported.returnedRows(), imported.unchangedRows());
        return new Outcome(imported, false, judgement.awaitedAgain());
    }

    private static Map<String, String> facts(ReceiptsImport imported) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("published", String.valueOf(imported.publishedRows()));
        facts.put("returned", String.valueOf(imported.returnedRows()));
        facts.put("unchanged", String.valueOf(imported.unchangedRows()));
        facts.put("digest", imported.digest());
        return facts;
    }
}
