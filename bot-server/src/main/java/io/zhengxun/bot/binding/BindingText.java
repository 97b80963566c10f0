package io.zhengxun.bot.binding;

import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.ContactSettings;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts bindings into words; the words stand in {@code messages/bot.properties}. Says nobody's name but institutions'. */
@Component
class BindingText {

    /** A passive reply holds at most 2048 bytes of UTF-8; the rest of the words needs some. */
    private static final int MOST_LISTED_BYTES = 1400;

    private final MessageSource messages;
    private final Institutions institutions;
    private final Regions regions;
    private final ContactSettings settings;

    BindingText(MessageSource messages, Institutions institutions, Regions regions, ContactSettings settings) {
        this.messages = messages;
        this.institutions = institutions;
        this.regions = regions;
        this.settings = settings;
    }

    /** Asks whether the person wants to be bound. */
    String offer(Contact contact) {
        String key = contact.replacesId() == null ? "offer" : "offer-successor";
        return of(key, place(contact), duties(contact), tap("确认绑定", "确认绑定"), minutes());
    }

    String bound(Contact contact) {
        return of("bound", place(contact), duties(contact));
    }

    String boundAlready(Contact contact) {
        return of("bound-already", place(contact), duties(contact));
    }

    String notValid() {
        return of("not-valid");
    }

    String tooLate() {
        return of("too-late");
    }

    String nothingToConfirm() {
        return of("nothing-to-confirm", minutes());
    }

    /** What the person is bound to; with none, how one is bound. */
    String look(List<Contact> bound) {
        return bound.isEmpty() ? of("how") : of("look", listed(bound, this::line));
    }

    /** What would end, each to be tapped if there are several. */
    String unbinding(List<Contact> bound) {
        if (bound.isEmpty()) {
            return of("none");
        }
        boolean several = bound.size() > 1;
        Function<Contact, String> line =
                contact -> line(contact) + (several ? " " + tap("确认解绑" + contact.id(), of("only-this")) : "");
        return of("unbinding", listed(bound, line), tap("确认解绑", of(several ? "all" : "confirm-unbinding")));
    }

    /** Beside the contact's binding there is the person's own identity (Q7). */
    String unbindingIdentity() {
        return of("unbinding-identity", tap("解绑身份", "解绑身份"));
    }

    String unbound(List<Contact> ended) {
        return of("unbound", listed(ended, this::line));
    }

    private String line(Contact contact) {
        return of("line", place(contact), duties(contact));
    }

    private String listed(List<Contact> contacts, Function<Contact, String> line) {
        StringBuilder lines = new StringBuilder();
        int room = MOST_LISTED_BYTES;
        for (Contact contact : contacts) {
            String next = (lines.isEmpty() ? "" : "\n") + line.apply(contact);
            room -= next.getBytes(StandardCharsets.UTF_8).length;
            if (room < 0) {
                return lines + "\n" + of("more", String.valueOf(contacts.size()));
            }
            lines.append(next);
        }
        return lines.toString();
    }

    private String duties(Contact contact) {
        return contact.duties().stream()
                .sorted()
                .map(duty -> messages.getMessage("contact.duty." + duty, null, Locale.SIMPLIFIED_CHINESE))
                .collect(Collectors.joining("、"));
    }

    /** Names are data: in the chat's rich text they must not become links. */
    private String place(Contact contact) {
        String name = contact.isCentres()
                ? regions.find(contact.regionCode()).map(Region::centreName).orElseThrow()
                : institutions.find(contact.institutionId()).map(Institution::name).orElseThrow();
        return name.replace('<', '＜').replace('>', '＞');
    }

    /** A tap on it sends the content as the person's own message (wechat-platform 3). */
    private static String tap(String content, String label) {
        return "<a href=\"weixin://bizmsgmenu?msgmenucontent=" + URLEncoder.encode(content, StandardCharsets.UTF_8)
                + "&msgmenuid=binding\">" + label + "</a>";
    }

    private String minutes() {
        return String.valueOf(settings.confirmedWithin().toMinutes());
    }

    private String of(String key, Object... arguments) {
        return messages.getMessage("bot.binding." + key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
