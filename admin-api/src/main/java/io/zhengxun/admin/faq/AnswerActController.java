package io.zhengxun.admin.faq;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.faq.EditingFaq;
import io.zhengxun.registry.faq.EditingFaq.Seen;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Staff of the province write an answer, publish it, and go back to an earlier one: {@link EditingFaq#EDITORS}. */
@RestController
@RequestMapping("/api/faq/{intent}")
@Tag(name = "机器人答复")
class AnswerActController {

    private final EditingFaq editing;
    private final AnswerViews views;
    private final OnceOnly onceOnly;

    AnswerActController(EditingFaq editing, AnswerViews views, OnceOnly onceOnly) {
        this.editing = editing;
        this.views = views;
        this.onceOnly = onceOnly;
    }

    @PutMapping("/draft")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.ADMINISTRATOR})
    @Operation(summary = "写草稿", description = "代替原有的草稿。发布之前不用于答复。")
    AnswerView draft(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String intent,
            @RequestBody AnswerForms.Drafting form,
            RequestKey key) {
        Seen seen = form.seen(intent);
        return onceOnly.run(key, AnswerView.class, () -> views.view(editing.draft(seen, form.body(), form.source(), staff)));
    }

    @PostMapping("/discard")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.ADMINISTRATOR})
    @Operation(summary = "放弃草稿")
    AnswerView discard(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String intent,
            @RequestBody AnswerForms.Acting form,
            RequestKey key) {
        Seen seen = form.seen(intent);
        return onceOnly.run(key, AnswerView.class, () -> views.view(editing.discard(seen, staff)));
    }

    @PostMapping("/publish")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.ADMINISTRATOR})
    @Operation(summary = "发布草稿", description = "数秒内全部机器人改用新的答复，无须重启；以前的版次保留，可随时恢复。")
    AnswerView publish(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String intent,
            @RequestBody AnswerForms.Acting form,
            RequestKey key) {
        Seen seen = form.seen(intent);
        return onceOnly.run(key, AnswerView.class, () -> views.view(editing.publish(seen, staff)));
    }

    @PostMapping("/restore")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.ADMINISTRATOR})
    @Operation(summary = "恢复以前的版次", description = "作为新的版次发布；草稿不受影响。")
    AnswerView restore(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable String intent,
            @RequestBody AnswerForms.Restoring form,
            RequestKey key) {
        Seen seen = form.seen(intent);
        int earlier = form.earlier();
        return onceOnly.run(key, AnswerView.class, () -> views.view(editing.restore(seen, earlier, staff)));
    }
}
