package io.zhengxun.bot.institution;

import io.zhengxun.bot.dialog.DialogState;
import io.zhengxun.bot.dialog.GuidedDialog;
import io.zhengxun.bot.dialog.ReplyLines;
import io.zhengxun.bot.dialog.Said;
import io.zhengxun.bot.dialog.Step;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.submission.returns.Return;
import io.zhengxun.registry.submission.returns.ReturnFilter;
import io.zhengxun.registry.submission.returns.ReturnList;
import io.zhengxun.registry.submission.returns.Returns;
import io.zhengxun.understanding.intent.Intent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Shows contacts the returns of their own institution, and why rows came back. A number that somebody types or taps says nothing of
 * who may see it: each time it is asked whose contact this is, and another's return is no different from one that does not exist.
 */
@Component
class ReturnReasonDialog implements GuidedDialog {

    private static final Pattern NUMBER = Pattern.compile("TH[0-9]{6}-[0-9A-Z]{8}");
    private static final int MOST = 15;
    private static final int RESERVE = 200;
    private static final String CHOOSING = "choosing";

    private final Contacts contacts;
    private final Returns returns;
    private final ReturnList list;
    private final ReasonsOfReturn reasons;
    private final InstitutionText text;

    ReturnReasonDialog(
            Contacts contacts, Returns returns, ReturnList list, ReasonsOfReturn reasons, InstitutionText text) {
        this.contacts = contacts;
        this.returns = returns;
        this.list = list;
        this.reasons = reasons;
        this.text = text;
    }

    @Override
    public String kind() {
        return "return-reason";
    }

    @Override
    public Set<Intent> startedBy() {
        return Set.of(Intent.RETURN_REASON);
    }

    @Override
    public Step begin(Said said) {
        List<Contact> own = contacts.boundTo(said.user().value());
        if (own.isEmpty()) {
            return Step.ending(text.howToBind());
        }
        List<Contact> ofInstitutions = own.stream().filter(contact -> !contact.isCentres()).toList();
        if (ofInstitutions.isEmpty()) {
            return Step.ending(text.of("reasons.centre"));
        }
        return number(said.text())
                .map(number -> asked(number, ofInstitutions))
                .orElseGet(() -> offered(ofInstitutions));
    }

    @Override
    public Step next(DialogState state, Said said) {
        return begin(said);
    }

    @Override
    public boolean takesAnyText(DialogState state) {
        return false;
    }

    private static Optional<String> number(String typed) {
        Matcher found = NUMBER.matcher(typed.toUpperCase(Locale.ROOT));
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    private Step asked(String number, List<Contact> own) {
        Optional<Return> found = returns.findByNumber(number);
        Optional<Contact> whose = found.flatMap(one -> own.stream()
                .filter(contact -> contact.institutionId() == one.institutionId())
                .findFirst());
        return whose.map(contact -> Step.ending(reasons.of(found.orElseThrow(), contact)))
                .orElseGet(() -> Step.ending(text.of("reasons.unknown")));
    }

    private Step offered(List<Contact> own) {
        List<Return> open = own.stream()
                .map(Contact::institutionId)
                .distinct()
                .flatMap(id -> list.page(new ReturnFilter(null, null, null), Scope.ofInstitution(id), null, MOST).stream())
                .toList();
        if (open.isEmpty()) {
            return Step.ending(text.of("reasons.none"));
        }
        if (open.size() == 1) {
            return asked(open.get(0).number(), own);
        }
        return Step.goingOn(choice(open), new DialogState(kind(), CHOOSING, Map.of()));
    }

    private String choice(List<Return> open) {
        ReplyLines reply = new ReplyLines(text.of("reasons.which"), RESERVE);
        boolean whole = true;
        for (Return found : open) {
            String due = found.notifiedAt() == null ? text.of("reasons.unreceived") : text.of("reasons.due", text.day(found.dueOn()));
            whole = whole && reply.add(text.of(
                    "reasons.choice", found.number(), found.rowCount(), due, text.reasonsOf(found.number())));
        }
        return reply.end(whole ? "" : text.of("todo.more"));
    }
}
