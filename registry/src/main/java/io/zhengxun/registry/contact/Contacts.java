package io.zhengxun.registry.contact;

import io.zhengxun.registry.privacy.Vault;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The contacts, for whoever asks whom to tell. */
@Component
public class Contacts {

    /** Label of the keyed hashes by which openids are found. */
    static final String OPEN_ID = "contact-openid";

    private final ContactMapper mapper;
    private final Vault vault;

    Contacts(ContactMapper mapper, Vault vault) {
        this.mapper = mapper;
        this.vault = vault;
    }

    public Optional<Contact> find(long id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** By id, the ended ones too; at the cost of one query. */
    public Map<Long, Contact> find(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : opened(mapper.byIds(ids)).stream().collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    /** The lasting contacts of institutions that have the duty, bound or not, by the institution's id. */
    public Map<Long, List<Contact>> ofInstitutions(Collection<Long> institutionIds, Duty duty) {
        return institutionIds.isEmpty()
                ? Map.of()
                : opened(mapper.lastingOfInstitutions(institutionIds)).stream()
                        .filter(contact -> contact.duties().contains(duty))
                        .collect(Collectors.groupingBy(Contact::institutionId));
    }

    /** The lasting contacts of centres that have the duty, bound or not, by the centre's region. */
    public Map<String, List<Contact>> ofCentres(Collection<String> regionCodes, Duty duty) {
        return regionCodes.isEmpty()
                ? Map.of()
                : opened(mapper.lastingOfCentres(regionCodes)).stream()
                        .filter(contact -> contact.duties().contains(duty))
                        .collect(Collectors.groupingBy(Contact::regionCode));
    }

    /** The lasting contacts that are bound to a follower. */
    public List<Contact> boundTo(String openId) {
        return opened(mapper.lastingByOpenId(vault.fingerprints(OPEN_ID, openId)));
    }

    private List<Contact> opened(List<ContactRow> rows) {
        return rows.stream().map(row -> row.contact(vault)).toList();
    }
}
