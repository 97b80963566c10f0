package io.zhengxun.bot.handover;

import io.zhengxun.bot.dialog.DialogState;
import io.zhengxun.bot.dialog.GuidedDialog;
import io.zhengxun.bot.dialog.Said;
import io.zhengxun.bot.dialog.Step;
import io.zhengxun.understanding.field.Masking;
import io.zhengxun.understanding.intent.Intent;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Who asks for a person and has not said why is asked for the question; it goes to staff masked. */
@Component
class HandoverDialog implements GuidedDialog {

    private static final String KIND = "handover";
    private static final String QUESTION = "question";

    /** What people say to get a person; what is left says what about. */
    private static final Pattern REQUEST = Pattern.compile(
            "转接?|人工|客服|服务|真人|活人|工作人员|找个?人|搵人|我要|我想|想要|帮我|请|麻烦|有没有|一下|你好|您好|[啊呀吧呢吗嘛嘅唔該该，。！？、~～,.!?\\s]");
    /** Fewer characters than these ask nothing. */
    private static final int SHORTEST_QUESTION = 5;

    private static final double SURELY = 0.9;

    private final HandingOver handing;
    private final HandoverText text;

    HandoverDialog(HandingOver handing, HandoverText text) {
        this.handing = handing;
        this.text = text;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<Intent> startedBy() {
        return Set.of(Intent.HUMAN);
    }

    @Override
    public Step begin(Said said) {
        if (isQuestion(said.text())) {
            return handedOver(said);
        }
        return handing.waiting(said.user())
                .map(Step::ending)
                .orElseGet(() -> Step.goingOn(text.of("ask"), new DialogState(KIND, QUESTION, Map.of())));
    }

    @Override
    public Step next(DialogState state, Said said) {
        // A picture alone asks nothing, nor does 在吗.
        return said.text().isBlank() || said.picture().isPresent() || isGreeting(said)
                ? Step.goingOn(text.of("ask-again"), state)
                : handedOver(said);
    }

    @Override
    public boolean takesAnyText(DialogState state) {
        return true;
    }

    private static boolean isGreeting(Said said) {
        return said.understood().intent() == Intent.GREETING
                && said.understood().score() >= SURELY
                && said.understood().fields().isEmpty()
                && !isQuestion(said.text());
    }

    private Step handedOver(Said said) {
        return Step.ending(handing.handOver(said.user(), Masking.mask(said.text())));
    }

    private static boolean isQuestion(String typed) {
        String asked = REQUEST.matcher(typed).replaceAll("");
        return asked.codePointCount(0, asked.length()) >= SHORTEST_QUESTION;
    }
}
