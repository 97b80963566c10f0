package io.zhengxun.registry.faq;

import io.zhengxun.registry.refusal.Refusal;

/** There is no draft that could be published or discarded. */
public class NoDraft extends Refusal {

    private static final long serialVersionUID = 1L;

    NoDraft(String intentCode) {
        super(Kind.CONFLICT, "faq-no-draft", "", intentCode);
    }
}
