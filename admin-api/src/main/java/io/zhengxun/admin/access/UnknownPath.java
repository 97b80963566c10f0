package io.zhengxun.admin.access;

import io.swagger.v3.oas.annotations.Hidden;
import io.zhengxun.admin.account.AnyStaff;
import io.zhengxun.admin.problem.NotFound;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What no other controller answers under the API's root is not found, and answered like every other problem. */
@RestController
@Hidden
class UnknownPath {

    @RequestMapping("/api/**")
    @AnyStaff
    void refuse() {
        throw new NotFound();
    }
}
