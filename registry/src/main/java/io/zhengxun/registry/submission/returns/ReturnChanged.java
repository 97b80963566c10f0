package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.refusal.Refusal;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** The return is no longer as the person saw it. */
public class ReturnChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    ReturnChanged(Return now) {
        super(Kind.CONFLICT, "return-changed", "", now.number(), text(now.state()));
    }

    static MessageSourceResolvable text(ReturnState state) {
        return new DefaultMessageSourceResolvable("return.state." + state);
    }
}
