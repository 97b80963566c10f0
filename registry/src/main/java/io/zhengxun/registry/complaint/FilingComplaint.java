package io.zhengxun.registry.complaint;

import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.request.OnceOnly;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** What the holder does: files a complaint, and reopens one (X1). In transactions of their own. */
@Component
public class FilingComplaint {

    private static final String HOLDER = "holder";
    /** Who it is stays unknown to the trail. */
    private static final Actor ACTOR = new Actor(HOLDER, "持证人", "HOLDER", "");

    private final ComplaintMapper mapper;
    private final Complaints complaints;
    private final ComplaintPictures pictures;
    private final MovingComplaints moving;
    private final Institutions institutions;
    private final OnceOnly inTransaction;
    private final Vault vault;
    private final ComplaintNumber numbers = new ComplaintNumber();

    FilingComplaint(
            ComplaintMapper mapper,
            Complaints complaints,
            ComplaintPictures pictures,
            MovingComplaints moving,
            Institutions institutions,
            OnceOnly inTransaction,
            Vault vault) {
        this.mapper = mapper;
        this.complaints = complaints;
        this.pictures = pictures;
        this.moving = moving;
        this.institutions = institutions;
        this.inTransaction = inTransaction;
        this.vault = vault;
    }

    /**
     * Files a complaint and starts both clocks of D11. Filed again under the same key, it is the one that was filed first.
     *
     * @param openId in the official account
     * @throws TooManyComplaints if the person has {@value Complaints#MOST_OPEN} open ones
     */
    public Complaint file(NewComplaint complaint, String openId) {
        String key = openId + "|" + complaint.key();
        try {
            return inTransaction.run(null, Complaint.class, () -> {
                List<Complaint> earlier = filed(key);
                return earlier.isEmpty() ? recorded(complaint, key, openId) : earlier.get(0);
            });
        } catch (DuplicateKeyException e) {
            // The same confirmation came twice at a time.
            return filed(key).stream().findFirst().orElseThrow(() -> e);
        }
    }

    private List<Complaint> filed(String key) {
        return mapper.byKeys(vault.fingerprints(Complaints.KEY, key));
    }

    private Complaint recorded(NewComplaint complaint, String key, String openId) {
        if (complaints.countOpen(openId) >= Complaints.MOST_OPEN) {
            throw new TooManyComplaints();
        }
        Instant now = moving.now();
        String number = numbers.next(now);
        ComplaintMapper.Sealed sealed = new ComplaintMapper.Sealed(
                vault.seal(openId),
                vault.fingerprint(Complaints.PERSON, openId),
                complaint.contact().isEmpty() ? null : vault.seal(complaint.contact()));
        mapper.insert(new ComplaintMapper.Filed(
                number, complaint.category(), complaint.institutionId(), centre(complaint.institutionId()), sealed,
                vault.fingerprint(Complaints.KEY, key), now));
        Complaint filed = mapper.byNumber(number);
        moving.write(filed, ComplaintEntry.Kind.FILED, complaint.text(), HOLDER);
        pictures.note(filed.id(), complaint.pictures(), now);
        moving.startClocks(filed, now);
        complaints.copyDueDate(filed);
        moving.tell("COMPLAINT_FILED", null, filed, ACTOR);
        return mapper.byIdAsCommitted(filed.id());
    }

    /** The city of the institution if that is known and no provincial one, else the province. */
    private String centre(Long institutionId) {
        return institutionId == null
                ? Region.PROVINCE_CODE
                : institutions.find(institutionId).map(Institution::regionCode).orElse(Region.PROVINCE_CODE);
    }

    /**
     * Reopens a closed complaint of the person's: both clocks of D11 begin anew. Goes once, within
     * {@value ComplaintMoves#REOPENABLE_DAYS} days.
     *
     * @throws Absent if the person filed no such complaint
     * @throws ComplaintActNotPossible if it is not closed, was reopened before, or the days are over
     */
    public Complaint reopen(String number, String openId, ComplaintText why) {
        return inTransaction.run(null, Complaint.class, () -> {
            Complaint found = complaints.own(number, openId).orElseThrow(Absent::new);
            Instant now = moving.now();
            if (!found.isReopenable(now)) {
                throw new ComplaintActNotPossible(found, ComplaintAct.REOPEN);
            }
            ComplaintMoves.Move move = ComplaintMoves.of(found.state(), ComplaintAct.REOPEN).orElseThrow();
            Complaint reopened = moving.move(
                    found, ComplaintChange.of(found, move).reopenedAt(now).complaint(), move, ACTOR);
            moving.write(reopened, ComplaintEntry.Kind.REOPENED, why, HOLDER);
            return reopened;
        });
    }
}
