package io.zhengxun.bot.own;

import io.zhengxun.bot.dialog.DialogState;
import io.zhengxun.bot.dialog.GuidedDialog;
import io.zhengxun.bot.dialog.Said;
import io.zhengxun.bot.dialog.Step;
import io.zhengxun.registry.identity.Identities;
import io.zhengxun.registry.notice.PublicAddress;
import io.zhengxun.understanding.intent.Intent;
import io.zhengxun.wechat.OpenId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** See, bind, unbind, export and delete one's own data (Q7, PIPL 13–15, 44–47). Questions about privacy are answered otherwise. */
@Component
class OwnDataDialog implements GuidedDialog {

    private static final String KIND = "own";
    private static final String CONSENT = "consent";
    private static final String FIELDS = "fields";
    private static final String UNBINDING = "unbinding";
    private static final String DELETING = "deleting";

    private static final String AGREED = "同意绑定身份";
    private static final String UNBIND_NOW = "确认解绑身份";
    private static final String DELETE_NOW = "确认删除";

    private final KeptData data;
    private final Identities identities;
    private final BindingIdentity binding;
    private final PublicAddress address;
    private final OwnText text;

    OwnDataDialog(KeptData data, Identities identities, BindingIdentity binding, PublicAddress address, OwnText text) {
        this.data = data;
        this.identities = identities;
        this.binding = binding;
        this.address = address;
        this.text = text;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<Intent> startedBy() {
        return Set.of(Intent.PRIVACY);
    }

    @Override
    public boolean isNamedBy(String typed) {
        return OwnWish.read(typed).isPresent();
    }

    /** A button says nothing and shows what is kept. */
    @Override
    public boolean suits(Said said) {
        return said.text().isBlank() || isNamedBy(said.text());
    }

    @Override
    public Step begin(Said said) {
        return switch (OwnWish.read(said.text()).orElse(OwnWish.LOOK)) {
            case LOOK -> Step.ending(text.kept(data.of(said.user())));
            case BIND -> Step.goingOn(text.of("consent", text.tap(AGREED)), at(CONSENT));
            case UNBIND -> unbinding(said.user());
            case EXPORT -> Step.ending(exported(said.user()));
            case DELETE -> deleting(said.user());
        };
    }

    @Override
    public Step next(DialogState state, Said said) {
        // Another wish of this kind, e.g. tapped in an earlier reply.
        Optional<OwnWish> other = OwnWish.read(said.text());
        if (other.isPresent() && !other.get().equals(OwnWish.UNBIND)) {
            return begin(said);
        }
        String typed = said.text().strip();
        return switch (state.step()) {
            case CONSENT -> typed.equals(AGREED) || typed.equals("同意")
                    ? Step.goingOn(text.of("fields"), at(FIELDS))
                    : Step.goingOn(text.of("consent-again", text.tap(AGREED)), state);
            case FIELDS -> binding.with(said, state);
            case UNBINDING -> typed.equals(UNBIND_NOW) ? unbound(said.user()) : unbinding(said.user());
            default -> typed.equals(DELETE_NOW) ? deleted(said.user()) : deleting(said.user());
        };
    }

    @Override
    public boolean takesAnyText(DialogState state) {
        return false;
    }

    @Override
    public boolean takesFields(DialogState state) {
        return state.step().equals(FIELDS);
    }

    private Step unbinding(OpenId user) {
        return identities.of(user.value())
                .map(bound -> Step.goingOn(text.of("unbinding", text.masked(bound), text.tap(UNBIND_NOW)), at(UNBINDING)))
                .orElseGet(() -> Step.ending(text.of("not-bound", text.tap("绑定身份"))));
    }

    private Step unbound(OpenId user) {
        identities.withdraw(user.value());
        return Step.ending(text.of("unbound"));
    }

    private String exported(OpenId user) {
        if (data.of(user).isNothing()) {
            return text.of("kept.nothing", text.tap("绑定身份"));
        }
        return address.ofOwnData().map(page -> text.of("export", page)).orElseGet(() -> text.of("export-away"));
    }

    private Step deleting(OpenId user) {
        return data.of(user).isNothing()
                ? Step.ending(text.of("kept.nothing", text.tap("绑定身份")))
                : Step.goingOn(text.of("deleting", text.tap(DELETE_NOW)), at(DELETING));
    }

    private Step deleted(OpenId user) {
        data.delete(user);
        return Step.ending(text.of("deleted"));
    }

    private static DialogState at(String step) {
        return new DialogState(KIND, step, Map.of());
    }
}
