package io.zhengxun.bot.receipt;

import io.zhengxun.bot.wechat.InboundMessage;
import io.zhengxun.registry.consultation.Consultations;
import io.zhengxun.registry.complaint.Complaints;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.contact.EndingContact;
import io.zhengxun.registry.identity.Identities;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.delivery.DeliveryReports;
import io.zhengxun.registry.subscription.ConsentChange;
import io.zhengxun.registry.subscription.ConsentKey;
import io.zhengxun.registry.subscription.Consents;
import io.zhengxun.registry.subscription.HolderSubscriptions;
import io.zhengxun.wechat.ConsentTemplates;
import io.zhengxun.wechat.OpenId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Takes down what WeChat reports and never tells twice. When {@link #take} returns it is committed; taking it again changes
 * nothing, since WeChat pushes each report until it is told that it arrived.
 */
@Component
public class Receipts {

    private static final String TEMPLATE_SENT = "templatesendjobfinish";
    private static final String SUBSCRIPTION_SENT = "subscribe_msg_sent_event";
    private static final String ANSWERED = "subscribe_msg_popup_event";
    private static final String CHANGED = "subscribe_msg_change_event";
    private static final Set<String> REPORTS = Set.of(TEMPLATE_SENT, SUBSCRIPTION_SENT, ANSWERED, CHANGED);
    private static final Set<String> WITHDRAWALS = Set.of("user_authorization_revoke", "user_authorization_cancellation");
    private static final String LEFT = "unsubscribe";

    private final DeliveryReports reports;
    private final Consents consents;
    private final ConsentTemplates templates;
    private final HolderSubscriptions subscriptions;
    private final Consultations consultations;
    private final Identities identities;
    private final Complaints complaints;
    private final Contacts contacts;
    private final EndingContact ending;

    Receipts(
            DeliveryReports reports,
            Consents consents,
            ConsentTemplates templates,
            HolderSubscriptions subscriptions,
            Consultations consultations,
            Identities identities,
            Complaints complaints,
            Contacts contacts,
            EndingContact ending) {
        this.reports = reports;
        this.consents = consents;
        this.templates = templates;
        this.subscriptions = subscriptions;
        this.consultations = consultations;
        this.identities = identities;
        this.complaints = complaints;
        this.contacts = contacts;
        this.ending = ending;
    }

    /** Whether it reports something that must not be lost. */
    public static boolean hasOne(InboundMessage message) {
        String event = event(message);
        return REPORTS.contains(event) || WITHDRAWALS.contains(event) || event.equals(LEFT);
    }

    /** Whether there is no more to it: nobody waits for an answer, and no dialog hangs on it. */
    public static boolean isAll(InboundMessage message) {
        return REPORTS.contains(event(message));
    }

    /** @throws RuntimeException if it could not be committed; WeChat then has to push it again */
    public void take(Source source, InboundMessage message) {
        switch (event(message)) {
            case TEMPLATE_SENT -> templateSent(message);
            case SUBSCRIPTION_SENT -> ReportedItem.of(message).forEach(item -> reports.record(
                    source.consented(), item.messageId(), item.isDelivered(), item.cause(), message.createdAt()));
            case ANSWERED -> note(source, message, ConsentChange.Cause.GRANTED, accepted(message));
            case CHANGED -> note(source, message, ConsentChange.Cause.REFUSED, rejected(message));
            case LEFT -> left(message);
            default -> message.concerned().ifPresent(this::withdrawn);
        }
    }

    private void templateSent(InboundMessage message) {
        String status = message.status().strip();
        boolean delivered = status.equalsIgnoreCase("success");
        reports.record(Channel.TEMPLATE, message.receiptId().strip(), delivered, delivered ? "" : status, message.createdAt());
    }

    private static List<ReportedItem> accepted(InboundMessage message) {
        return ReportedItem.of(message).stream().filter(ReportedItem::isAccepted).toList();
    }

    /** Only a rejection is pushed; that somebody switched a template on again says nothing of how many messages (6.4). */
    private static List<ReportedItem> rejected(InboundMessage message) {
        return ReportedItem.of(message).stream().filter(ReportedItem::isRejected).toList();
    }

    private void note(Source source, InboundMessage message, ConsentChange.Cause cause, List<ReportedItem> items) {
        consents.note(items.stream()
                .map(item -> change(source, message, cause, item))
                .flatMap(Optional::stream)
                .toList());
    }

    /** Known again by user, second and template (wechat-platform 1.6). */
    private Optional<ConsentChange> change(
            Source source, InboundMessage message, ConsentChange.Cause cause, ReportedItem item) {
        String second = message.createdAt().getEpochSecond() + "|" + item.templateId();
        return templates.kindOf(source.consented(), item.templateId())
                .map(kind -> new ConsentKey(source.consented(), kind, message.from().value()))
                .map(key -> new ConsentChange(key, cause, second, message.createdAt()));
    }

    /** A contact's binding stays, since it is the institution's; what else is known of the person is deleted. */
    private void left(InboundMessage message) {
        String openId = message.from().value();
        subscriptions.forget(openId);
        consultations.forget(openId);
        identities.forget(openId);
        complaints.forget(openId);
        consents.forget(openId);
        ending.forgetScans(openId);
        contacts.markUnfollowed(openId, message.createdAt());
    }

    private void withdrawn(OpenId person) {
        subscriptions.forget(person.value());
        consultations.forget(person.value());
        identities.forget(person.value());
        complaints.forget(person.value());
        consents.forget(person.value());
        ending.withdraw(person.value());
    }

    /** Old texts of WeChat's write some events otherwise: case and spaces do not count. */
    private static String event(InboundMessage message) {
        return message.isEvent() ? message.event().replaceAll("\\s", "").toLowerCase(Locale.ROOT) : "";
    }
}
