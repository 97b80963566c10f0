package io.zhengxun.bot.page;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.registry.notice.PublicAddress;
import io.zhengxun.registry.subscription.ConsentKey;
import io.zhengxun.registry.subscription.Consents;
import io.zhengxun.wechat.ConsentTemplates;
import io.zhengxun.wechat.PageSigning;
import java.net.URI;
import org.springframework.stereotype.Component;

/**
 * Says how many more notices of the kind a person agreed to, and asks for another one at the moment of use (wechat-platform 6.3).
 * What the person answers comes as an event; the page counts nothing.
 */
@Component
class ConsentContent {

    private final Consents consents;
    private final ConsentTemplates templates;
    private final PageSigning signing;
    private final PublicAddress address;
    private final PageText text;

    ConsentContent(
            Consents consents, ConsentTemplates templates, PageSigning signing, PublicAddress address, PageText text) {
        this.consents = consents;
        this.templates = templates;
        this.signing = signing;
        this.address = address;
        this.text = text;
    }

    /** Nothing where the kind has no template that needs consent, and where the person is told without. */
    void write(ShownNotice shown, Html html) {
        Notice notice = shown.notice();
        if (!needsConsent(notice)) {
            return;
        }
        templates.of(Channel.SUBSCRIPTION, notice.kind()).ifPresent(template -> {
            ConsentKey key = new ConsentKey(Channel.SUBSCRIPTION, notice.kind(), shown.viewer().value());
            html.footnote(text.of("consents", consents.balance(key)));
            address.ofNotice(notice.id())
                    .flatMap(page -> signing.sign(URI.create(page)))
                    .ifPresent(signature -> html.consentTag(template, signature, text.of("consent")));
        });
    }

    /** Whether it went as far as to the channel that needs one: a channel before that does without reached the person. */
    private static boolean needsConsent(Notice notice) {
        int place = notice.channels().indexOf(Channel.SUBSCRIPTION);
        return place >= 0 && notice.channels().indexOf(notice.channel()) >= place;
    }
}
