package io.zhengxun.admin.notice;

import io.zhengxun.admin.notice.WorkListController.Cause;
import io.zhengxun.admin.notice.WorkListController.Event;
import io.zhengxun.admin.notice.WorkListController.Events;
import io.zhengxun.admin.notice.WorkListController.Unfollowed;
import io.zhengxun.admin.notice.WorkListController.Unreached;
import io.zhengxun.admin.notice.WorkListController.View;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.ContactFilter;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import io.zhengxun.registry.notice.Recipient;
import io.zhengxun.registry.notice.delivery.ChannelPauses;
import io.zhengxun.registry.notice.delivery.ChannelStops;
import io.zhengxun.registry.notice.desk.WorkList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The work list as the API shows it to a person. */
@Component
class WorkListViews {

    private static final int MOST = 200;

    private final WorkList work;
    private final ChannelStops stops;
    private final ChannelPauses pauses;
    private final Contacts contacts;
    private final Institutions institutions;
    private final Regions regions;
    private final NoticeViews notices;
    private final NoticeWords words;

    WorkListViews(
            WorkList work,
            ChannelStops stops,
            ChannelPauses pauses,
            Contacts contacts,
            Institutions institutions,
            Regions regions,
            NoticeViews notices,
            NoticeWords words) {
        this.work = work;
        this.stops = stops;
        this.pauses = pauses;
        this.contacts = contacts;
        this.institutions = institutions;
        this.regions = regions;
        this.notices = notices;
        this.words = words;
    }

    View view(Staff staff) {
        WorkList.Notices found = work.notices(staff.scope());
        // Events belong to no city: what tells whose they are could not be read.
        boolean all = staff.scope().kind() == Scope.Kind.PROVINCE;
        return new View(
                found.causes().stream().map(this::cause).toList(),
                recipients(found.recipients().stream().limit(MOST).toList()),
                found.cut(),
                unfollowed(staff.scope()),
                stops.lasting().stream().map(stop -> ChannelStopController.View.of(stop, words)).toList(),
                pauses.lasting().stream().map(pause -> ChannelStopController.Pause.of(pause, words)).toList(),
                all ? work.eventCounts().stream().map(this::events).toList() : List.of(),
                all ? work.events().stream().map(this::event).toList() : List.of());
    }

    private Cause cause(WorkList.CauseCount count) {
        return new Cause(
                count.state().name(), words.state(count.state()), count.cause(), words.cause(count.cause()),
                words.advice(count.state(), count.cause()), count.notices());
    }

    private List<Unreached> recipients(List<WorkList.Unreachable> found) {
        Map<Long, Contact> people = contacts.find(found.stream()
                .map(WorkList.Unreachable::recipient)
                .filter(to -> to.kind() == Recipient.Kind.CONTACT)
                .map(Recipient::id)
                .toList());
        Map<Long, Institution> owners = owners(found.stream().map(WorkList.Unreachable::institutionId));
        return found.stream()
                .map(one -> new Unreached(
                        notices.to(one.recipient(), people),
                        NoticeViews.of(one.institutionId(), owners),
                        centre(one.institutionId(), one.regionCode()),
                        one.kinds().stream().map(words::kind).toList(),
                        one.notices(),
                        one.oldest(),
                        NoticeView.moment(one.since())))
                .toList();
    }

    private List<Unfollowed> unfollowed(Scope scope) {
        List<Contact> gone = contacts.page(
                new ContactFilter(scope, null, null, Contact.State.BOUND, true, Long.MAX_VALUE, MOST));
        Map<Long, Institution> owners = owners(gone.stream().map(Contact::institutionId));
        return gone.stream()
                .map(one -> new Unfollowed(
                        one.id(),
                        one.name(),
                        NoticeViews.of(one.institutionId(), owners),
                        centre(one.institutionId(), one.regionCode()),
                        NoticeView.moment(one.unfollowedAt())))
                .toList();
    }

    private Map<Long, Institution> owners(Stream<Long> ids) {
        return institutions.find(ids.filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private String centre(Long institutionId, String regionCode) {
        return institutionId != null || regionCode == null
                ? null
                : regions.find(regionCode).map(Region::centreName).orElse(null);
    }

    private Events events(WorkList.EventCount count) {
        return new Events(count.state(), eventState(count.state()), count.kind(), count.events(), NoticeView.moment(count.oldest()));
    }

    private String eventState(String state) {
        return words.text("notice.event." + state);
    }

    private Event event(WorkList.StuckEvent stuck) {
        return new Event(
                stuck.id(),
                stuck.state(),
                eventState(stuck.state()),
                stuck.kind(),
                new NoticeView.About(stuck.subjectKind().name(), stuck.subjectKey()),
                stuck.cause(),
                words.cause(stuck.cause()),
                stuck.attempts(),
                NoticeView.moment(stuck.occurredAt()));
    }
}
