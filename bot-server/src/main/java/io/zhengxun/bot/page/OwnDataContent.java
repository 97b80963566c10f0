package io.zhengxun.bot.page;

import io.zhengxun.bot.own.KeptData.Kept;
import io.zhengxun.registry.certificate.AwaitedCertificate;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.complaint.Complaint;
import io.zhengxun.registry.consultation.Consultation;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.identity.BoundIdentity;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Regions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** What is kept about somebody, as a page and as a file; both say the same. */
@Component
class OwnDataContent {

    private final Institutions institutions;
    private final Regions regions;
    private final MessageSource messages;
    private final ObjectMapper mapper;
    private final PageText text;

    OwnDataContent(
            Institutions institutions, Regions regions, MessageSource messages, ObjectMapper mapper, PageText text) {
        this.institutions = institutions;
        this.regions = regions;
        this.messages = messages;
        this.mapper = mapper;
        this.text = text;
    }

    /** @param title of a part, with its lines by their labels, one map for each thing */
    private record Part(String title, List<Map<String, String>> things) {}

    Page page(Kept kept) {
        String title = text.of("own.title");
        Html html = new Html().heading(title, text.of("own.below"));
        List<Part> parts = parts(kept);
        if (parts.isEmpty()) {
            html.paragraph(text.of("own.nothing"));
        }
        for (Part part : parts) {
            html.subheading(part.title());
            part.things().forEach(thing -> thing.forEach(html::line));
        }
        html.link("own/data.json", text.of("own.file"));
        return html.footnote(text.of("own.end")).page(title, "page.css");
    }

    byte[] json(Kept kept) {
        Map<String, List<Map<String, String>>> file = new LinkedHashMap<>();
        parts(kept).forEach(part -> file.put(part.title(), part.things()));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
    }

    private List<Part> parts(Kept kept) {
        List<Part> parts = new ArrayList<>();
        add(parts, "identity", kept.identity().map(this::identity).map(List::of).orElse(List.of()));
        add(parts, "awaited", kept.awaited().stream().map(this::awaited).toList());
        add(parts, "contact", kept.contactOf().stream().map(this::contact).toList());
        add(parts, "complaints", kept.complaints().stream().map(this::complaint).toList());
        add(parts, "consultation", kept.consultation().map(this::consultation).map(List::of).orElse(List.of()));
        return parts;
    }

    private void add(List<Part> parts, String key, List<Map<String, String>> things) {
        if (!things.isEmpty()) {
            parts.add(new Part(text.of("own." + key), things));
        }
    }

    private Map<String, String> identity(BoundIdentity bound) {
        Holder holder = bound.holder();
        return lines(
                "name", holder.name().plain(),
                "id-number", holder.idNumber().plain(),
                "consented-at", text.minute(bound.consentedAt()),
                "consent-version", bound.consentVersion());
    }

    private Map<String, String> awaited(AwaitedCertificate certificate) {
        return lines(
                "number", certificate.number(),
                "occupation", certificate.occupation(),
                "level", certificate.level().label());
    }

    private Map<String, String> contact(Contact contact) {
        String place = contact.isCentres()
                ? regions.find(contact.regionCode()).map(Region::centreName).orElseThrow()
                : institutions.find(contact.institutionId()).map(Institution::name).orElseThrow();
        return lines("place", place);
    }

    private Map<String, String> complaint(Complaint complaint) {
        return lines(
                "case", complaint.number(),
                "filed-at", text.minute(complaint.filedAt()),
                "state", word("complaint.state." + complaint.state()));
    }

    private Map<String, String> consultation(Consultation open) {
        return lines(
                "case", open.number(),
                "filed-at", text.minute(open.openedAt()),
                "state", word("consultation.state." + open.state()));
    }

    private Map<String, String> lines(String... keysAndValues) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            lines.put(text.of("own." + keysAndValues[i]), keysAndValues[i + 1]);
        }
        return lines;
    }

    private String word(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
