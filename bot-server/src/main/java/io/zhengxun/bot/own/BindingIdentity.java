package io.zhengxun.bot.own;

import io.zhengxun.bot.dialog.DialogState;
import io.zhengxun.bot.dialog.Said;
import io.zhengxun.bot.dialog.Step;
import io.zhengxun.bot.lookup.KeptFields;
import io.zhengxun.bot.lookup.LookUp;
import io.zhengxun.registry.certificate.Holder;
import io.zhengxun.registry.certificate.Inquiry;
import io.zhengxun.registry.identity.Identities;
import io.zhengxun.understanding.field.FieldReader;
import io.zhengxun.understanding.field.TypedFields;
import org.springframework.stereotype.Component;

/**
 * Binds an identity by name and ID number, once a certificate of that person is found: asked like any query, with its limits, its
 * trail and the same answer whatever does not match (Q2, Q5).
 */
@Component
class BindingIdentity {

    /** Of {@code bot.own.consent}; another wording is another version. */
    static final String CONSENT_VERSION = "2026-11";

    private final LookUp lookUp;
    private final Identities identities;
    private final OwnText text;

    BindingIdentity(LookUp lookUp, Identities identities, OwnText text) {
        this.lookUp = lookUp;
        this.identities = identities;
        this.text = text;
    }

    /** What was said holds name and ID number, or one of them. */
    Step with(Said said, DialogState state) {
        TypedFields earlier = KeptFields.in(state);
        TypedFields typed = said.understood().fields();
        if (typed.isEmpty() && earlier.name().isEmpty()) {
            typed = FieldReader.readAskedName(said.text());
        }
        if (typed.several()) {
            return Step.goingOn(text.of("fields-several"), state);
        }
        TypedFields known = typed.completedBy(earlier);
        if (known.isDoubtful()) {
            return Step.goingOn(lookUp.doubtful(known), KeptFields.into(state, known));
        }
        if (known.name().isEmpty() || known.idNumber().isEmpty()) {
            String missing = known.name().isPresent() ? "missing-id" : known.idNumber().isPresent() ? "missing-name" : "fields-again";
            return Step.goingOn(text.of(missing), KeptFields.into(state, known));
        }
        return Step.ending(bound(said, known.inquiry()));
    }

    private String bound(Said said, Inquiry inquiry) {
        return lookUp.refusal(said.user(), inquiry).orElseGet(() -> {
            Holder holder = new Holder(inquiry.name().orElseThrow(), inquiry.idNumber().orElseThrow());
            return switch (identities.bind(said.user().value(), holder, CONSENT_VERSION)) {
                case BOUND -> text.of("bound", text.of("masked", holder.name().masked(), holder.idNumber().masked()),
                        text.tap("查我的证书"));
                case TOO_MANY -> text.of("bound-by-many");
            };
        });
    }
}
