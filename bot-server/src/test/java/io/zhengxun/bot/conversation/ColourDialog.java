package io.zhengxun.bot.conversation;

import io.zhengxun.bot.dialog.DialogState;
import io.zhengxun.bot.dialog.GuidedDialog;
import io.zhengxun.bot.dialog.Said;
import io.zhengxun.bot.dialog.Step;
import io.zhengxun.bot.dialog.Tap;
import io.zhengxun.understanding.intent.Intent;
import java.util.Map;
import java.util.Set;

/** Three steps for tests: one of a few words, one of any text or pictures, one to confirm. Without a stereotype: not to be scanned. */
class ColourDialog implements GuidedDialog {

    static final Intent STARTS = Intent.ISSUANCE;

    @Override
    public String kind() {
        return "colour";
    }

    @Override
    public Set<Intent> startedBy() {
        return Set.of(STARTS);
    }

    @Override
    public Step begin(Said said) {
        return Step.goingOn("什么颜色？" + Tap.of("查不到的颜色", "查不到的颜色", "colour"), new DialogState(kind(), "colour", Map.of()));
    }

    @Override
    public Step next(DialogState state, Said said) {
        return switch (state.step()) {
            case "colour" -> Step.goingOn("为什么？", state.with("colour", said.text()).at("reason"));
            case "reason" -> said.picture()
                    .map(id -> Step.goingOn("为什么？", state.with(id, "picture")))
                    .orElseGet(() -> Step.goingOn("确认吗？", state.with("reason", said.text()).at("confirm")));
            default -> said.text().equals("确认") ? Step.ending("已登记：" + state.given().keySet().stream().sorted().toList()
                    + state.given().get("colour")) : Step.goingOn("请回答确认", state);
        };
    }

    @Override
    public boolean takesAnyText(DialogState state) {
        return state.step().equals("reason");
    }
}
