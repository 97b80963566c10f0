package io.zhengxun.admin.question;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.question.HandlingQuestions;
import io.zhengxun.registry.question.HandlingQuestions.Meaning;
import io.zhengxun.registry.request.OnceOnly;
import io.zhengxun.registry.request.RequestKey;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Staff of the province say what questions mean that were not understood, or that there is nothing to do. */
@RestController
@RequestMapping("/api/questions/{id}")
@Tag(name = "没听懂的问题")
class QuestionActController {

    private final HandlingQuestions handling;
    private final GroupViews views;
    private final OnceOnly onceOnly;

    QuestionActController(HandlingQuestions handling, GroupViews views, OnceOnly onceOnly) {
        this.handling = handling;
        this.views = views;
        this.onceOnly = onceOnly;
    }

    @Schema(name = "归入意图")
    record Assigning(
            @Schema(description = "意图编码", example = "progress") String intent,
            @Schema(description = "教给机器人的说法，1–20 条，每条 2–100 字；不得含姓名、号码，姓名写作“某某”",
                            example = "[\"我的红本本什么时候安排上\"]")
                    List<String> phrasings) {

        /** Without the phrasings: frameworks log what they read. */
        @Override
        public String toString() {
            return "Assigning[" + intent + "]";
        }
    }

    @PostMapping("/assign")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.ADMINISTRATOR})
    @Operation(summary = "归入意图，并教给机器人", description = "数秒内全部机器人听懂这些说法及与之几乎相同的话，无须重启。")
    GroupView assign(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff,
            @PathVariable long id,
            @RequestBody Assigning form,
            RequestKey key) {
        Meaning meaning = new Meaning(form.intent(), NamelessPhrasings.checked(form.phrasings()));
        return onceOnly.run(key, GroupView.class, () -> views.line(handling.assign(id, meaning, staff)));
    }

    @PostMapping("/close")
    @Allowed({Role.PROVINCE_REVIEWER, Role.PROVINCE_LEAD, Role.ADMINISTRATOR})
    @Operation(summary = "不必处理", description = "此后的同类问题仍计数，但不再列为待处理。")
    GroupView close(
            @Parameter(hidden = true) @AuthenticationPrincipal Staff staff, @PathVariable long id, RequestKey key) {
        return onceOnly.run(key, GroupView.class, () -> views.line(handling.close(id, staff)));
    }
}
