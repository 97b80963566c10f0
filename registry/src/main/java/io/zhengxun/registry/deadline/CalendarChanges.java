package io.zhengxun.registry.deadline;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes changes of the calendar within the caller's transaction. */
@Component
class CalendarChanges {

    private final CalendarMapper mapper;
    private final WorkingDayCalendar calendar;

    CalendarChanges(CalendarMapper mapper, WorkingDayCalendar calendar) {
        this.mapper = mapper;
        this.calendar = calendar;
    }

    CalendarVersion version() {
        return mapper.version();
    }

    /** Waits for the acts that are starting clocks, and keeps others from starting any until the transaction ends. */
    CalendarVersion alone() {
        return mapper.heldVersion();
    }

    void store(CalendarChange change, Staff staff, Instant now) {
        if (change instanceof CalendarChange.SetDay set) {
            mapper.set(new SpecialDay(set.day(), set.working(), set.name()), staff.username(), now);
        } else if (change instanceof CalendarChange.RemoveDay remove) {
            mapper.remove(remove.day());
        } else if (change instanceof CalendarChange.ImportYear arrangement) {
            byte[] digest = HexFormat.of().parseHex(arrangement.fileDigest());
            mapper.removeDays(arrangement.year());
            mapper.arrange(arrangement.year(), digest, staff.username(), now);
            mapper.addDays(arrangement.year(), arrangement.days());
        }
        count(staff.name(), change.key(), now);
    }

    /** That a release brought the arrangements of years up to this one along. */
    void storeLibraryYear(int year, Instant now) {
        mapper.setLibraryYear(year);
        count(Actor.system().name(), String.valueOf(year), now);
    }

    private void count(String by, String what, Instant now) {
        mapper.count(by, what, now);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                calendar.forget();
            }
        });
    }
}
