package io.zhengxun.registry.contact;

import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.account.Accounts;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.refusal.VisibleText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is wrong in a form about a contact: all of it at once. Values never get into a flaw. */
@Component
class ContactCheck {

    private static final int LONGEST_NAME = 50;
    /** Nothing binds a contact to a user of the mini-program, so that nobody would be reached there. */
    private static final List<Channel> POSSIBLE =
            Stream.of(Channel.values()).filter(channel -> channel != Channel.MINI).toList();
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    /** As mail servers here give them out; nothing that could end a header line. */
    private static final Pattern EMAIL = Pattern.compile(
            "(?=.{6,120}$)[A-Za-z0-9_%+-]+(\\.[A-Za-z0-9_%+-]+)*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

    private final Accounts accounts;

    ContactCheck(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The form as it can be stored. Until the transaction ends nobody disables or moves the account that it names.
     *
     * @throws FieldsRefused with every field that is wrong
     */
    ContactForm checked(ContactForm form, Owner owner) {
        ContactForm tidy = new ContactForm(
                text(form.name()),
                form.duties(),
                form.channels() == null || form.channels().isEmpty() ? POSSIBLE : form.channels(),
                text(form.email()),
                text(form.mobile()),
                text(form.username()));
        List<FieldFlaw> flaws = new ArrayList<>();
        name(tidy.name(), flaws);
        choices(tidy, flaws);
        matches("email", tidy.email(), EMAIL, flaws);
        matches("mobile", tidy.mobile(), MOBILE, flaws);
        account(tidy.username(), owner, flaws);
        reachable(tidy, flaws);
        FieldsRefused.throwIfAny("T5", flaws);
        return tidy;
    }

    private static void name(String name, List<FieldFlaw> flaws) {
        if (name == null || name.length() > LONGEST_NAME) {
            flaws.add(FieldFlaw.of("name", "contact.name", String.valueOf(LONGEST_NAME)));
        } else if (!VisibleText.holdsLine(name)) {
            flaws.add(FieldFlaw.of("name", "one-line"));
        }
    }

    private static void choices(ContactForm form, List<FieldFlaw> flaws) {
        Set<Duty> duties = form.duties();
        if (duties == null || duties.isEmpty() || duties.stream().anyMatch(duty -> duty == null)) {
            flaws.add(FieldFlaw.of("duties", "contact.duties"));
        }
        Set<Channel> different = new HashSet<>(form.channels());
        if (!POSSIBLE.containsAll(different) || different.size() < form.channels().size()) {
            flaws.add(FieldFlaw.of("channels", "contact.channels"));
        }
    }

    /** By WeChat anybody is reached who binds; by the others who has an address. */
    private static void reachable(ContactForm form, List<FieldFlaw> flaws) {
        boolean reachable = form.channels().stream().anyMatch(channel -> channel == Channel.TEMPLATE
                || channel == Channel.SUBSCRIPTION
                || channel == Channel.EMAIL && form.email() != null
                || channel == Channel.SMS && form.mobile() != null);
        if (flaws.isEmpty() && !reachable) {
            flaws.add(FieldFlaw.of("channels", "contact.unreachable"));
        }
    }

    private static void matches(String field, String value, Pattern pattern, List<FieldFlaw> flaws) {
        if (value != null && !pattern.matcher(value).matches()) {
            flaws.add(FieldFlaw.of(field, "contact." + field));
        }
    }

    /** The same flaw for an account that does not exist and for one of others: nobody can learn which. */
    private void account(String username, Owner owner, List<FieldFlaw> flaws) {
        if (username == null) {
            if (owner.isCentre()) {
                flaws.add(FieldFlaw.of("username", "contact.centre-account"));
            }
        } else if (accounts.held(username).filter(account -> canBe(account, owner)).isEmpty()) {
            flaws.add(FieldFlaw.of("username", "contact.account"));
        }
    }

    private static boolean canBe(Account account, Owner owner) {
        boolean doesTheWork = account.role() != Role.AUDITOR && account.role() != Role.ADMINISTRATOR;
        return doesTheWork && !account.disabled() && owner.isWorkplaceOf(account.scope());
    }

    /** Null for what is not given or blank. */
    private static String text(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
