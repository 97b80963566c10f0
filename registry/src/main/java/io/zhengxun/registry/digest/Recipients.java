package io.zhengxun.registry.digest;

import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.account.Accounts;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.contact.Duty;
import io.zhengxun.registry.deadline.alert.Owner;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whom owners have to be told of deadlines. */
@Component
class Recipients {

    private final Contacts contacts;
    private final Accounts accounts;

    Recipients(Contacts contacts, Accounts accounts) {
        this.contacts = contacts;
        this.accounts = accounts;
    }

    /** The contacts with that duty; an owner who has none has an empty list. */
    Map<Owner, List<Contact>> of(Collection<Owner> owners) {
        List<Long> institutions =
                owners.stream().filter(owner -> !owner.isCentre()).map(Owner::institutionId).toList();
        List<String> centres = owners.stream().filter(Owner::isCentre).map(Owner::regionCode).toList();
        Map<Long, List<Contact>> ofInstitutions = contacts.ofInstitutions(institutions, Duty.DEADLINES);
        Map<String, List<Contact>> ofCentres = contacts.ofCentres(centres, Duty.DEADLINES);
        Map<Owner, List<Contact>> all = new HashMap<>();
        owners.forEach(owner -> all.put(
                owner,
                owner.isCentre()
                        ? ofCentres.getOrDefault(owner.regionCode(), List.of())
                        : ofInstitutions.getOrDefault(owner.institutionId(), List.of())));
        return all;
    }

    /** The leads among a centre's contacts; all of them if there is none (T7). */
    List<Contact> leads(List<Contact> ofCentre) {
        List<Contact> leads = ofCentre.stream().filter(this::isLead).toList();
        return leads.isEmpty() ? ofCentre : leads;
    }

    private boolean isLead(Contact contact) {
        return contact.username() != null
                && accounts.find(contact.username())
                        .filter(account -> !account.disabled())
                        .map(Account::role)
                        .filter(Role.PROVINCE_LEAD::equals)
                        .isPresent();
    }
}
