package io.zhengxun.bot.lookup;

import io.zhengxun.registry.audit.Query;
import io.zhengxun.registry.certificate.AwaitedCertificate;
import io.zhengxun.registry.certificate.AwaitedCertificates;
import io.zhengxun.registry.subscription.HolderSubscriptions;
import io.zhengxun.wechat.OpenId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Has people told when a certificate is published that they looked up before it was (intent {@code subscribe}). The two fields of
 * the look-up are what entitles them (Q1); no tap or text names a certificate.
 */
@Component
public class Subscribing {

    private static final String TELL_ME = "有结果通知我";
    private static final String STOP = "取消通知";

    private final HolderSubscriptions subscriptions;
    private final AwaitedCertificates certificates;
    private final LastShown lastShown;
    private final AnswerText text;

    Subscribing(
            HolderSubscriptions subscriptions, AwaitedCertificates certificates, LastShown lastShown, AnswerText text) {
        this.subscriptions = subscriptions;
        this.certificates = certificates;
        this.lastShown = lastShown;
        this.text = text;
    }

    /** The answer with an offer to be told at its end, if there is one certificate to wait for. */
    String offering(OpenId user, List<Finding> findings, String answer) {
        if (findings.size() != 1 || findings.get(0).outcome() != Query.Outcome.PROGRESS) {
            // What was shown before is no longer what a tap means.
            lastShown.forget(user);
            return answer;
        }
        String offered = answer + text.of("subscribe.offer");
        boolean offer = AnswerText.fits(offered) && lastShown.remember(user, findings.get(0).certificate().id());
        return offer ? offered : answer;
    }

    /** The answer to a wish to be told, or not to be told any more; empty for any other text. */
    public Optional<String> answer(OpenId user, String typed) {
        String wish = typed.replaceAll("[\\s\\p{Punct}，。！？、~～“”]", "");
        return switch (wish) {
            case TELL_ME -> Optional.of(subscribed(user));
            case STOP -> Optional.of(cancelled(user));
            default -> Optional.empty();
        };
    }

    /** The answer to a wish to be told about the certificate shown a moment ago; empty when none was. */
    Optional<String> shownLately(OpenId user) {
        return lastShown.recall(user).flatMap(shown -> shown).map(id -> subscribed(user, id));
    }

    /** Who leaves leaves nothing behind. What waits in the database is forgotten elsewhere, so that no failure loses it. */
    public void forget(OpenId user) {
        lastShown.forget(user);
    }

    private String subscribed(OpenId user) {
        Optional<Optional<Long>> shown = lastShown.recall(user);
        if (shown.isEmpty()) {
            return text.of("subscribe.later");
        }
        return shown.get().map(id -> subscribed(user, id)).orElseGet(() -> text.of("subscribe.look-up-first"));
    }

    private String subscribed(OpenId user, long certificateId) {
        HolderSubscriptions.Asked asked = subscriptions.subscribe(certificateId, user.value());
        return switch (asked) {
            case SUBSCRIBED, ALREADY -> about(certificateId, asked);
            case PUBLISHED -> text.of("subscribe.PUBLISHED");
            case TOO_MANY -> text.of("subscribe.TOO_MANY", String.valueOf(HolderSubscriptions.MOST_OPEN));
            case UNKNOWN -> text.of("subscribe.look-up-first");
        };
    }

    private String about(long certificateId, HolderSubscriptions.Asked asked) {
        AwaitedCertificate certificate = certificates.find(List.of(certificateId)).get(certificateId);
        return certificate == null
                ? text.of("subscribe.look-up-first")
                : text.of("subscribe." + asked, certificate.number(), certificate.occupation(),
                        certificate.level().label());
    }

    private String cancelled(OpenId user) {
        int open = subscriptions.cancel(user.value());
        return open == 0 ? text.of("unsubscribe.none") : text.of("unsubscribe.done", String.valueOf(open));
    }
}
