package io.zhengxun.admin.problem;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What no other controller answers under the API's root is not found, and answered like every other problem. */
@RestController
@Hidden
class UnknownPath {

    @RequestMapping("/api/**")
    void refuse() {
        throw new NotFound();
    }
}
