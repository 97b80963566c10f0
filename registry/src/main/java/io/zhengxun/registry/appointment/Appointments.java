package io.zhengxun.registry.appointment;

import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.account.Accounts;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.audit.Deed.Subject;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The data managers of the cities, now and before (W3). Whatever changes one is on the trail (W4). */
@Component
public class Appointments {

    private final AppointmentMapper mapper;
    private final HandOverMapper handOvers;
    private final SealedAppointments seal;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Clock clock;

    Appointments(
            AppointmentMapper mapper,
            HandOverMapper handOvers,
            SealedAppointments seal,
            Accounts accounts,
            AuditTrail trail,
            Clock clock) {
        this.mapper = mapper;
        this.handOvers = handOvers;
        this.seal = seal;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws Absent if there is none, or it is another city's than the scope's */
    public Appointment visible(long id, Scope scope) {
        return Optional.ofNullable(mapper.byId(id)).map(seal::open).filter(one -> isIn(one, scope)).orElseThrow(Absent::new);
    }

    private static boolean isIn(Appointment appointment, Scope scope) {
        return scope.kind() == Scope.Kind.PROVINCE || appointment.regionCode().equals(scope.regionCode());
    }

    /**
     * Of one city or of all, newest first, paged by key.
     *
     * @param region null for all
     * @param before id of the last one seen; {@code Long.MAX_VALUE} for the first page
     */
    public List<Appointment> page(String region, long before, int limit) {
        return mapper.page(region, before, limit).stream().map(seal::open).toList();
    }

    /** Paged like {@link #page}. */
    public List<HandOver> handOvers(String region, long before, int limit) {
        return handOvers.page(region, before, limit);
    }

    /**
     * Records a person as data manager of the account's city.
     *
     * @throws FieldsRefused with every field that is wrong
     * @throws AppointmentThere if the person is one already, or the mobile is another one's
     */
    @Transactional
    public Appointment record(NewAppointment form, Staff by) {
        List<FieldFlaw> flaws = new ArrayList<>(new DetailsCheck(orEmpty(form.details()), today()).flaws());
        Account account = accounts.held(form.username() == null ? "" : form.username()).orElse(null);
        if (!isDataManager(account)) {
            flaws.add(FieldFlaw.of("username", "appointment.account"));
        }
        if (form.since() == null) {
            flaws.add(FieldFlaw.of("since", "appointment.day"));
        }
        FieldsRefused.throwIfAny("W3", flaws);
        Appointment recorded = begin(form, account, by);
        trail.append(deed(by, "DATA_MANAGER_RECORDED", recorded, Map.of(), seal.facts(recorded)));
        return recorded;
    }

    /** Stores a checked one within the caller's transaction, which tells the trail. */
    Appointment begin(NewAppointment form, Account account, Staff by) {
        try {
            mapper.insert(seal.row(form, account, by.username(), clock.instant()));
        } catch (DuplicateKeyException e) {
            throw new AppointmentThere();
        }
        return seal.open(mapper.lasting(account.username()));
    }

    /** An account that a city's data manager can work with. */
    static boolean isDataManager(Account account) {
        return account != null && account.role() == Role.CITY_DATA_MANAGER && !account.disabled();
    }

    /**
     * Changes the details; another person needs a {@link HandingOver hand-over}.
     *
     * @param version as the person saw it
     */
    @Transactional
    public Appointment change(long id, Details to, int version, Staff by) {
        Appointment before = visible(id, by.scope());
        if (!before.lasts()) {
            throw new AppointmentEnded(before);
        }
        FieldsRefused.throwIfAny("W3", new DetailsCheck(orEmpty(to), today()).flaws());
        update(before, to, version);
        Appointment after = visible(id, by.scope());
        trail.append(deed(by, "DATA_MANAGER_CHANGED", after, seal.facts(before), seal.facts(after)));
        return after;
    }

    private void update(Appointment before, Details to, int version) {
        try {
            if (mapper.change(before.id(), version, seal.row(before, to)) == 0) {
                throw new AppointmentChanged();
            }
        } catch (DuplicateKeyException e) {
            throw new AppointmentThere();
        }
    }

    static Details orEmpty(Details details) {
        return details == null ? new Details(null, null, null, null, null, null) : details;
    }

    static Deed deed(Staff by, String act, Appointment of, Map<String, String> before, Map<String, String> after) {
        return new Deed(
                by.actor(), act, new Subject(Subject.Kind.DATA_MANAGER, String.valueOf(of.id())), before, after);
    }

    private LocalDate today() {
        return LegalTime.dayOf(clock.instant());
    }
}
