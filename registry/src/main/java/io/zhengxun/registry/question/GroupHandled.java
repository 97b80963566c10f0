package io.zhengxun.registry.question;

import io.zhengxun.registry.refusal.Refusal;

/** Somebody has handled these questions already. */
public class GroupHandled extends Refusal {

    private static final long serialVersionUID = 1L;

    GroupHandled(QuestionGroup group) {
        super(Kind.CONFLICT, "question-handled", "", group.handledBy());
    }
}
