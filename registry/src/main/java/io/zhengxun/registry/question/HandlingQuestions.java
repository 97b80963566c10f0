package io.zhengxun.registry.question;

import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.faq.EditingFaq;
import io.zhengxun.registry.faq.FaqTexts;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff say what questions mean that were not understood, or that there is nothing to do. What questions say is not written to the
 * trail: only how many, and what was made of them (Q6).
 */
@Component
public class HandlingQuestions {

    private final QuestionMapper groups;
    private final PhrasingMapper phrasings;
    private final FaqTexts texts;
    private final AuditTrail trail;
    private final Clock clock;

    HandlingQuestions(
            QuestionMapper groups, PhrasingMapper phrasings, FaqTexts texts, AuditTrail trail, Clock clock) {
        this.groups = groups;
        this.phrasings = phrasings;
        this.texts = texts;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param phrasings what is understood so from now on, in staff's own words or a question's */
    public record Meaning(String intentCode, List<String> phrasings) {}

    /**
     * Assigns an intent and teaches phrasings, which all instances use within seconds.
     *
     * @throws Absent if there is no such group
     * @throws FieldsRefused for an intent or phrasings that cannot be used
     * @throws GroupHandled if somebody was faster
     * @throws TaughtEnough if there are as many as can be used
     */
    @Transactional
    public QuestionGroup assign(long groupId, Meaning meaning, Staff by) {
        QuestionGroup group = heldOpen(groupId, by);
        if (meaning.intentCode() == null || texts.of(meaning.intentCode()).isEmpty()) {
            throw new FieldsRefused(List.of(FieldFlaw.of("intent", "phrasing.intent")));
        }
        List<String> lines = new PhrasingForm(meaning.phrasings()).phrasings();
        teach(lines, meaning.intentCode(), by);
        groups.handle(group.id(), QuestionGroup.State.ASSIGNED, meaning.intentCode(), by.username(), clock.instant());
        return told("QUESTIONS_ASSIGNED", group, Map.of("intent", meaning.intentCode(), "phrasings", String.join("\n", lines)), by);
    }

    /** Nothing is to be done about these; as {@link #assign}. */
    @Transactional
    public QuestionGroup close(long groupId, Staff by) {
        QuestionGroup group = heldOpen(groupId, by);
        groups.handle(group.id(), QuestionGroup.State.DONE, null, by.username(), clock.instant());
        return told("QUESTIONS_CLOSED", group, Map.of(), by);
    }

    /**
     * Takes back what was taught.
     *
     * @throws Absent if there is no such phrasing
     */
    @Transactional
    public void withdraw(long phrasingId, Staff by) {
        guard(by);
        phrasings.count();
        TaughtPhrasing taught = Optional.ofNullable(phrasings.held(phrasingId)).orElseThrow(Absent::new);
        phrasings.withdraw(phrasingId);
        Map<String, String> before = new LinkedHashMap<>();
        before.put("intent", taught.intentCode());
        before.put("phrasings", taught.text());
        trail.append(new Deed(by.actor(), "PHRASING_WITHDRAWN",
                new Deed.Subject(Deed.Subject.Kind.PHRASING, String.valueOf(phrasingId)), before, Map.of()));
    }

    private void teach(List<String> lines, String intentCode, Staff by) {
        phrasings.count();
        if (phrasings.taught() + lines.size() > TaughtPhrasings.MOST) {
            throw new TaughtEnough();
        }
        lines.forEach(line ->
                phrasings.teach(new TaughtPhrasing(0, line, intentCode, by.username(), clock.instant())));
    }

    private QuestionGroup heldOpen(long groupId, Staff by) {
        guard(by);
        QuestionGroup group = Optional.ofNullable(groups.held(groupId)).orElseThrow(Absent::new);
        if (group.state() != QuestionGroup.State.OPEN) {
            throw new GroupHandled(group);
        }
        return group;
    }

    private static void guard(Staff by) {
        if (!EditingFaq.EDITORS.contains(by.role())) {
            throw new RoleNotAllowed("");
        }
    }

    private QuestionGroup told(String act, QuestionGroup before, Map<String, String> what, Staff by) {
        QuestionGroup now = groups.one(before.id());
        Map<String, String> after = new LinkedHashMap<>();
        after.put("state", now.state().name());
        List.of("intent", "phrasings").stream().filter(what::containsKey).forEach(name -> after.put(name, what.get(name)));
        trail.append(new Deed(
                by.actor(),
                act,
                new Deed.Subject(Deed.Subject.Kind.QUESTION_GROUP, String.valueOf(before.id())),
                Map.of("state", before.state().name()),
                after));
        return now;
    }
}
