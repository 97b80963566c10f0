package io.zhengxun.admin.account;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import org.springframework.stereotype.Component;

/** The institutions that people may see. What lies outside is answered like what does not exist. */
@Component
public class AccountScopes {

    private final Institutions institutions;

    AccountScopes(Institutions institutions) {
        this.institutions = institutions;
    }

    /** @throws Absent if the person may not see the institution */
    public Institution visible(Staff staff, long institutionId) {
        return institutions.find(institutionId).filter(staff.scope()::covers).orElseThrow(Absent::new);
    }

    /** The institution that its data manager speaks for. */
    public Institution own(Staff staff) {
        if (staff.role() != Role.INSTITUTION_DATA_MANAGER) {
            throw new RoleNotAllowed("");
        }
        return institutions.find(staff.scope().institutionId()).orElseThrow(Absent::new);
    }
}
