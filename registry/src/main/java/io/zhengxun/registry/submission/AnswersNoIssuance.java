package io.zhengxun.registry.submission;

import io.zhengxun.registry.refusal.Refusal;

/** A draft from before issuances were kept names none: it is discarded, and its file uploaded again with one (T3). */
public class AnswersNoIssuance extends Refusal {

    private static final long serialVersionUID = 1L;

    AnswersNoIssuance(Submission draft) {
        super(Kind.CONFLICT, "answers-no-issuance", "T3", draft.number());
    }
}
