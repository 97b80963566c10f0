package io.zhengxun.registry.contact;

import io.zhengxun.registry.account.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The lasting contacts who no longer follow the account, so that WeChat reaches them no more. */
@Component
public class UnfollowedContacts {

    private final UnfollowedContactMapper mapper;
    private final Contacts contacts;

    UnfollowedContacts(UnfollowedContactMapper mapper, Contacts contacts) {
        this.mapper = mapper;
        this.contacts = contacts;
    }

    /** Within a scope, whoever left first comes first. */
    public List<Contact> of(Scope scope, int limit) {
        List<Long> ids = mapper.ids(scope, limit);
        Map<Long, Contact> found = contacts.find(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
