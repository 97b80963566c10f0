package io.zhengxun.bot.institution;

import io.zhengxun.bot.dialog.Tap;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of this room: the messages {@code bot.institution.…}. Nothing of holders. */
@Component
class InstitutionText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final String TAP_ID = "institution";
    private static final String REASONS_OF = "退回原因";

    private final MessageSource messages;
    private final Institutions institutions;
    private final Regions regions;

    InstitutionText(MessageSource messages, Institutions institutions, Regions regions) {
        this.messages = messages;
        this.institutions = institutions;
        this.regions = regions;
    }

    /** @param arguments texts, and numbers, which are shown without separators */
    String of(String key, Object... arguments) {
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            shown[i] = String.valueOf(arguments[i]);
        }
        return messages.getMessage("bot.institution." + key, shown, Locale.SIMPLIFIED_CHINESE);
    }

    /** For who is bound to nothing: how one is bound, and no word of whether anything is there. */
    String howToBind() {
        return of("unbound");
    }

    String place(Contact contact) {
        return Tap.plain(contact.isCentres()
                ? regions.find(contact.regionCode()).map(Region::centreName).orElseThrow()
                : institutions.find(contact.institutionId()).map(Institution::name).orElseThrow());
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A tap that asks for the reasons of a return. */
    String reasonsOf(String returnNumber) {
        return Tap.of(of("see-reasons"), REASONS_OF + " " + returnNumber, TAP_ID);
    }
}
