package io.zhengxun.registry.issuance;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.deadline.Clocks;
import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.institution.FiledScope;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An institution registers what it issued, one by one or a file at once: D1 and D8 start (T3). */
@Component
public class RegisteringIssuance {

    private final IssuanceMapper mapper;
    private final IssuanceRecords records;
    private final Institutions institutions;
    private final Clocks clocks;
    private final Clock clock;
    private final IssuanceNumber numbers = new IssuanceNumber();

    RegisteringIssuance(
            IssuanceMapper mapper, IssuanceRecords records, Institutions institutions, Clocks clocks, Clock clock) {
        this.mapper = mapper;
        this.records = records;
        this.institutions = institutions;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * Registers one issuance.
     *
     * @throws FieldsRefused with every field that is wrong
     * @throws IssuanceRegisteredBefore if it stands registered already
     */
    @Transactional
    public Issuance register(IssuanceForm form, Staff by) {
        Institution institution = own(by);
        IssuanceCheck check = new IssuanceCheck(form, institutions.filedScope(institution.id()), today());
        FieldsRefused.throwIfAny("T3", check.flaws());
        return register(check.issuance(), institution, by.actor());
    }

    /**
     * Registers all issuances of a file, or none.
     *
     * @return in the order of the rows
     * @throws FieldsRefused with every field of every row that is wrong, named {@code rows[17].level}
     * @throws IssuanceRegisteredBefore if somebody registers one of them at the same moment
     */
    @Transactional
    public List<Issuance> registerAll(List<IssuanceLine> lines, Staff by) {
        Institution institution = own(by);
        List<NewIssuance> checked = checked(lines, institution);
        return checked.stream().map(issuance -> register(issuance, institution, by.actor())).toList();
    }

    /**
     * Registers what is known to be right, within the caller's transaction.
     *
     * @throws IssuanceRegisteredBefore if it stands registered already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Issuance register(NewIssuance issuance, Institution institution, Actor by) {
        Instant now = clock.instant();
        IssuanceInsert row = new IssuanceInsert(numbers.next(now), institution, issuance, by.username(), now);
        try {
            mapper.insert(row);
        } catch (DuplicateKeyException e) {
            throw Optional.ofNullable(mapper.sameNow(institution.id(), issuance))
                    .<RuntimeException>map(IssuanceRegisteredBefore::new)
                    .orElse(e);
        }
        Issuance inserted = mapper.byId(row.id);
        LocalDate reportDueOn = start(DeadlineRule.D1, inserted);
        mapper.setDue(row.id, reportDueOn, start(DeadlineRule.D8, inserted));
        Issuance registered = mapper.byId(row.id);
        records.tell("ISSUANCE_REGISTERED", null, registered, by);
        return registered;
    }

    private LocalDate start(DeadlineRule rule, Issuance issuance) {
        return clocks.start(rule, issuance.deadlineSubject(), issuance.issueDate()).dueOn();
    }

    private List<NewIssuance> checked(List<IssuanceLine> lines, Institution institution) {
        FiledScope scope = institutions.filedScope(institution.id());
        List<FieldFlaw> flaws = new ArrayList<>();
        Map<Object, Integer> rows = new HashMap<>();
        List<NewIssuance> checked = new ArrayList<>();
        for (IssuanceLine line : lines) {
            IssuanceCheck check = new IssuanceCheck(line.form(), scope, today());
            List<FieldFlaw> found = new ArrayList<>(check.flaws());
            if (found.isEmpty()) {
                checked.add(check.issuance());
                repeated(check.issuance(), rows.putIfAbsent(key(check.issuance()), line.rowNo()), institution)
                        .forEach(found::add);
            }
            found.forEach(flaw -> flaws.add(ofRow(line.rowNo(), flaw)));
        }
        FieldsRefused.throwIfAny("T3", flaws);
        return checked;
    }

    private List<FieldFlaw> repeated(NewIssuance issuance, Integer firstRow, Institution institution) {
        String field = IssuanceField.PLAN_NO.key();
        if (firstRow != null) {
            return List.of(FieldFlaw.of(field, "issuance.repeated", String.valueOf(firstRow)));
        }
        Issuance earlier = mapper.same(institution.id(), issuance);
        return earlier == null ? List.of() : List.of(FieldFlaw.of(field, "issuance.registered", earlier.number()));
    }

    private static Object key(NewIssuance issuance) {
        return List.of(issuance.planNo(), issuance.occupation(), issuance.level(), issuance.issueDate());
    }

    private static FieldFlaw ofRow(int rowNo, FieldFlaw flaw) {
        return new FieldFlaw("rows[" + rowNo + "]." + flaw.field(), flaw.code(), flaw.arguments());
    }

    private Institution own(Staff by) {
        if (by.role() != Role.INSTITUTION_DATA_MANAGER) {
            throw new RoleNotAllowed("T3");
        }
        return institutions.find(by.scope().institutionId()).orElseThrow(Absent::new);
    }

    private LocalDate today() {
        return LegalTime.dayOf(clock.instant());
    }
}
