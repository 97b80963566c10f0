package io.zhengxun.registry.appointment;

import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.account.Accounts;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.deadline.LegalTime;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.VisibleText;
import io.zhengxun.registry.submission.Desk;
import io.zhengxun.registry.submission.OpenWork;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A city's data manager is followed by another (W3): the line of the one ends, that of the other begins or goes on, and
 * all open batches that the one works on pass, all in one transaction and on record. Whoever comes second is refused.
 */
@Component
public class HandingOver {

    private static final int LONGEST_NOTE = 500;

    private final AppointmentMapper mapper;
    private final HandOverMapper handOvers;
    private final Appointments appointments;
    private final SealedAppointments seal;
    private final Accounts accounts;
    private final OpenWork work;
    private final AuditTrail trail;
    private final Clock clock;

    HandingOver(
            AppointmentMapper mapper,
            HandOverMapper handOvers,
            Appointments appointments,
            SealedAppointments seal,
            Accounts accounts,
            OpenWork work,
            AuditTrail trail,
            Clock clock) {
        this.mapper = mapper;
        this.handOvers = handOvers;
        this.appointments = appointments;
        this.seal = seal;
        this.accounts = accounts;
        this.work = work;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Hands over the work of the data manager of that line.
     *
     * @throws FieldsRefused with every field that is wrong
     * @throws AppointmentEnded if it was handed over already
     * @throws AppointmentChanged if the line is not as the person saw it
     */
    @Transactional
    public HandOver handOver(long id, HandOverForm form, Staff by) {
        appointments.visible(id, by.scope());
        Account successor = accounts.held(form.successor() == null ? "" : form.successor()).orElse(null);
        Lines lines = locked(id, successor == null ? null : mapper.lasting(successor.username()));
        Appointment from = lines.from();
        if (!from.lasts()) {
            throw new AppointmentEnded(from);
        }
        AppointmentRow already = lines.already();
        FieldsRefused.throwIfAny("W3", flaws(form, from, successor, already == null));
        if (mapper.end(id, form.version(), form.handedOverOn()) == 0) {
            throw new AppointmentChanged();
        }
        Appointment to = already == null
                ? appointments.begin(
                        new NewAppointment(successor.username(), form.details(), form.handedOverOn()), successor, by)
                : seal.open(already);
        int passed = work.handOver(from.username(), to.username(), Desk.CITY, by);
        handOvers.insert(from, to, form, passed, by.username(), clock.instant());
        trail.append(Appointments.deed(by, "DATA_MANAGER_HANDED_OVER", from, Map.of("username", from.username()),
                facts(form, to, passed)));
        return handOvers.of(id);
    }

    /** @param already the successor's line if it still lasts, else null */
    private record Lines(Appointment from, AppointmentRow already) {}

    /** Both by id, as they are now: while one waits, the successor may have handed over too (W3). */
    private Lines locked(long id, AppointmentRow seen) {
        Map<Long, AppointmentRow> locked = new HashMap<>();
        Stream.of(id, seen == null ? id : seen.id()).distinct().sorted()
                .forEach(line -> locked.put(line, mapper.lockedById(line)));
        Appointment from = Optional.ofNullable(locked.get(id)).map(seal::open).orElseThrow(Absent::new);
        AppointmentRow already = seen == null ? null : locked.get(seen.id());
        return new Lines(from, already != null && seal.open(already).lasts() ? already : null);
    }

    private static Map<String, String> facts(HandOverForm form, Appointment to, int passed) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("username", to.username());
        facts.put("dataManager", String.valueOf(to.id()));
        facts.put("handedOverOn", form.handedOverOn().toString());
        facts.put("passedBatches", String.valueOf(passed));
        facts.put("note", form.note());
        return facts;
    }

    private List<FieldFlaw> flaws(HandOverForm form, Appointment from, Account successor, boolean begins) {
        LocalDate today = LegalTime.dayOf(clock.instant());
        List<FieldFlaw> flaws = new ArrayList<>();
        boolean fits = Appointments.isDataManager(successor)
                && successor.scope().regionCode().equals(from.regionCode())
                && !successor.username().equals(from.username());
        if (!fits) {
            flaws.add(FieldFlaw.of("successor", "appointment.successor"));
        }
        LocalDate day = form.handedOverOn();
        if (day == null || day.isAfter(today) || day.isBefore(from.since())) {
            flaws.add(FieldFlaw.of("handedOverOn", "appointment.hand-over-day", from.since().toString()));
        }
        if (form.note() == null || form.note().isBlank() || form.note().length() > LONGEST_NOTE) {
            flaws.add(FieldFlaw.of("note", "appointment.note", String.valueOf(LONGEST_NOTE)));
        } else if (!VisibleText.holds(form.note())) {
            flaws.add(FieldFlaw.of("note", "invisible-characters"));
        }
        if (fits && begins) {
            new DetailsCheck(Appointments.orEmpty(form.details()), today).flaws().forEach(flaw -> flaws.add(
                    new FieldFlaw("details." + flaw.field(), flaw.code(), flaw.arguments())));
        }
        return flaws;
    }
}
