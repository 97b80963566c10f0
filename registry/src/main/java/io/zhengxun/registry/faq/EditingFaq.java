package io.zhengxun.registry.faq;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.faq.FaqMapper.EntryRow;
import io.zhengxun.registry.faq.FaqMapper.TextRow;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff write an answer, publish it, and go back to an earlier one; each on record (W4). */
@Component
public class EditingFaq {

    /** Answers are the same for the whole province. */
    public static final Set<Role> EDITORS = Set.of(Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.ADMINISTRATOR);

    private final FaqDesk desk;
    private final FaqMapper mapper;
    private final AuditTrail trail;
    private final Clock clock;

    EditingFaq(FaqDesk desk, FaqMapper mapper, AuditTrail trail, Clock clock) {
        this.desk = desk;
        this.mapper = mapper;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param edition of what the person looked at */
    public record Seen(String intentCode, int edition) {}

    /**
     * Keeps a draft, in place of an earlier one. Nobody is answered by it.
     *
     * @throws io.zhengxun.registry.refusal.FieldsRefused if it cannot be used, e.g. does not fit a reply
     * @throws io.zhengxun.registry.refusal.Absent if there is no such intent
     * @throws FaqChanged if it is not as the person saw it
     */
    @Transactional
    public FaqEntry draft(Seen seen, String body, String source, Staff by) {
        FaqForm form = form(seen.intentCode(), body, source);
        EntryRow before = held(seen, by);
        change(before, before.published(), form, by);
        return told("FAQ_DRAFTED", before, draftOf(before), words(form.body(), form.source()), by);
    }

    /** Throws the draft away; as {@link #publish}. */
    @Transactional
    public FaqEntry discard(Seen seen, Staff by) {
        EntryRow before = heldWithDraft(seen, by);
        change(before, before.published(), null, by);
        return told("FAQ_DRAFT_DISCARDED", before, draftOf(before), Map.of(), by);
    }

    /**
     * Answers by the draft from now on: all instances within seconds.
     *
     * @throws NoDraft if there is none
     * @throws io.zhengxun.registry.refusal.Absent if there is no such intent
     * @throws FaqChanged if it is not as the person saw it
     */
    @Transactional
    public FaqEntry publish(Seen seen, Staff by) {
        EntryRow before = heldWithDraft(seen, by);
        FaqForm form = form(before.intentCode(), before.draftBody(), before.draftSource());
        int version = store(before, form, null, by);
        change(before, version, null, by);
        return told("FAQ_PUBLISHED", before, version(before.published()), version(version), by);
    }

    /**
     * Publishes an earlier version again, as a new one; a draft stays.
     *
     * @param earlier 0 for the text that came with the program
     * @throws io.zhengxun.registry.refusal.Absent if there is no such intent or version
     * @throws FaqChanged if it is not as the person saw it
     */
    @Transactional
    public FaqEntry restore(Seen seen, int earlier, Staff by) {
        EntryRow before = held(seen, by);
        FaqText text = desk.version(seen.intentCode(), earlier).text();
        int version = store(before, new FaqForm(text.body(), text.source(), false), earlier, by);
        FaqForm draft = before.draftBody() == null ? null : new FaqForm(before.draftBody(), before.draftSource(), false);
        change(before, version, draft, by);
        Map<String, String> after = version(version);
        after.put("restoredFrom", String.valueOf(earlier));
        return told("FAQ_RESTORED", before, version(before.published()), after, by);
    }

    /** Only what claims nothing came with the program without a source. */
    private FaqForm form(String intentCode, String body, String source) {
        return new FaqForm(body, source, !desk.builtIn(intentCode).source().isEmpty());
    }

    private EntryRow held(Seen seen, Staff by) {
        if (!EDITORS.contains(by.role())) {
            throw new RoleNotAllowed("");
        }
        desk.builtIn(seen.intentCode());
        mapper.begin(seen.intentCode());
        EntryRow entry = mapper.held(seen.intentCode());
        if (entry.edition() != seen.edition()) {
            throw new FaqChanged(entry.intentCode(), entry.changedBy(), entry.changedAt());
        }
        return entry;
    }

    private EntryRow heldWithDraft(Seen seen, Staff by) {
        EntryRow entry = held(seen, by);
        if (entry.draftBody() == null) {
            throw new NoDraft(seen.intentCode());
        }
        return entry;
    }

    private int store(EntryRow entry, FaqForm form, Integer restoredFrom, Staff by) {
        int version = mapper.latest(entry.intentCode()) + 1;
        mapper.publish(new TextRow(
                entry.intentCode(), version, form.body(), form.source(), restoredFrom, by.username(), clock.instant()));
        mapper.count();
        return version;
    }

    private void change(EntryRow before, int published, FaqForm draft, Staff by) {
        mapper.change(new EntryRow(
                before.intentCode(),
                before.edition() + 1,
                published,
                draft == null ? null : draft.body(),
                draft == null ? null : draft.source(),
                by.username(),
                clock.instant()));
    }

    private FaqEntry told(
            String act, EntryRow entry, Map<String, String> before, Map<String, String> after, Staff by) {
        Deed.Subject subject = new Deed.Subject(Deed.Subject.Kind.FAQ_TEXT, entry.intentCode());
        trail.append(new Deed(by.actor(), act, subject, before, after));
        return desk.one(entry.intentCode());
    }

    private static Map<String, String> draftOf(EntryRow entry) {
        return entry.draftBody() == null ? Map.of() : words(entry.draftBody(), entry.draftSource());
    }

    private static Map<String, String> words(String body, String source) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("body", body);
        facts.put("source", source);
        return facts;
    }

    /** What a version says stays for ever in the table of texts. */
    private static Map<String, String> version(int version) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("version", String.valueOf(version));
        return facts;
    }
}
