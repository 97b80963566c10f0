package io.zhengxun.admin.account;

import io.zhengxun.admin.problem.NotFound;
import io.zhengxun.admin.problem.ParameterRefused;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import java.util.List;
import org.springframework.stereotype.Component;

/** The institutions that accounts may see. What lies outside is answered like what does not exist. */
@Component
public class AccountScopes {

    private final Institutions institutions;

    AccountScopes(Institutions institutions) {
        this.institutions = institutions;
    }

    /** All institutions that the account may see. */
    public List<Institution> visibleTo(Account account) {
        return institutions.all().stream().filter(account.scope()::covers).toList();
    }

    /** @throws NotFound if the account may not see the institution */
    public Institution visible(Account account, long institutionId) {
        return institutions.find(institutionId).filter(account.scope()::covers).orElseThrow(NotFound::new);
    }

    /**
     * The institution that an institution's account speaks for.
     *
     * @throws ParameterRefused if none with that prefix has been filed
     */
    public Institution own(Account account) {
        return institutions
                .findByNumberPrefix(account.scope().code())
                .orElseThrow(() -> new ParameterRefused("institution-missing"));
    }
}
