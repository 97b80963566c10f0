package io.zhengxun.admin.faq;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.registry.account.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Staff type a question and see which answer fires, and why. */
@RestController
@RequestMapping("/api/faq/try")
@Tag(name = "机器人答复")
class TryingOutController {

    private final TryingOut trying;

    TryingOutController(TryingOut trying) {
        this.trying = trying;
    }

    @PostMapping
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.AUDITOR, Role.ADMINISTRATOR})
    @Operation(
            summary = "试问：机器人会怎么答，为什么",
            description = "按机器人现在的做法，不保存、不记日志。只看这一句话：正在办理中的步骤、菜单和“返回”“取消”“人工”等命令词不在此列。")
    ResponseEntity<TrialView> tryOut(@RequestBody AnswerForms.Trying form) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(trying.of(form.typed()));
    }
}
