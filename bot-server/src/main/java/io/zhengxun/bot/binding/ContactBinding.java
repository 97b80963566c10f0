package io.zhengxun.bot.binding;

import io.zhengxun.bot.wechat.InboundMessage;
import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.contact.Contacts;
import io.zhengxun.registry.contact.EndingContact;
import io.zhengxun.registry.contact.Invitations;
import io.zhengxun.registry.contact.Invitations.Binding;
import io.zhengxun.registry.identity.Identities;
import io.zhengxun.wechat.OpenId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Binds people to the contacts that they are, by a scan and a confirmation; lets them look at it and leave (Q7). */
@Component
public class ContactBinding {

    private static final String FOLLOWED_BY_CODE = "qrscene_";

    private final Contacts contacts;
    private final Invitations invitations;
    private final EndingContact ending;
    private final Identities identities;
    private final BindingText text;

    ContactBinding(Contacts contacts, Invitations invitations, EndingContact ending,
            Identities identities, BindingText text) {
        this.contacts = contacts;
        this.invitations = invitations;
        this.ending = ending;
        this.identities = identities;
        this.text = text;
    }

    /** Notes what the event says about contacts; the reply if it was an invitation that was scanned. */
    public Optional<String> toEvent(InboundMessage message) {
        String openId = message.from().value();
        switch (message.event()) {
            case "subscribe" -> {
                contacts.markFollowing(openId, message.createdAt());
                String key = message.eventKey();
                return key.startsWith(FOLLOWED_BY_CODE)
                        ? scanned(key.substring(FOLLOWED_BY_CODE.length()), openId)
                        : Optional.empty();
            }
            case "SCAN" -> {
                return scanned(message.eventKey(), openId);
            }
            // The binding stays: it is the institution's work relation, and staff are warned.
            case "unsubscribe" -> contacts.markUnfollowed(openId, message.createdAt());
            case "user_authorization_revoke", "user_authorization_cancellation" ->
                message.concerned().map(OpenId::value).ifPresent(ending::withdraw);
            default -> {}
        }
        return Optional.empty();
    }

    /**
     * Only followers can write: who was found not to follow, or whose return WeChat did not tell, follows again. What is left
     * as it is costs no write.
     */
    public void noteWriting(InboundMessage message) {
        String openId = message.from().value();
        if (contacts.isMarkedUnfollowed(openId)) {
            contacts.markFollowing(openId, message.createdAt());
        }
    }

    /** The reply, if the message is about a binding. */
    public Optional<String> toText(OpenId user, String typed) {
        return Wish.read(typed).flatMap(wish -> switch (wish.kind()) {
            case CONFIRM -> Optional.of(told(invitations.confirm(user.value())));
            case LOOK -> Optional.of(text.look(contacts.boundTo(user.value())));
            case UNBIND -> unbinding(user.value());
            case CONFIRM_UNBINDING -> Optional.of(unbound(user.value(), wish.contactId()));
        });
    }

    /** Who is no contact and has bound an identity (Q7) means that one. */
    private Optional<String> unbinding(String openId) {
        List<Contact> bound = contacts.boundTo(openId);
        boolean ownIdentity = identities.of(openId).isPresent();
        if (bound.isEmpty() && ownIdentity) {
            return Optional.empty();
        }
        return Optional.of(text.unbinding(bound) + (ownIdentity ? text.unbindingIdentity() : ""));
    }

    private String unbound(String openId, Long only) {
        List<Contact> ended = ending.unbind(openId, only);
        return ended.isEmpty() ? text.unbinding(contacts.boundTo(openId)) : text.unbound(ended);
    }

    private Optional<String> scanned(String scene, String openId) {
        return Invitations.isInvitation(scene) ? Optional.of(told(invitations.scan(scene, openId))) : Optional.empty();
    }

    private String told(Binding binding) {
        return switch (binding.outcome()) {
            case OFFERED -> text.offer(binding.contact());
            case BOUND -> text.bound(binding.contact());
            case BOUND_ALREADY -> text.boundAlready(binding.contact());
            case NOT_VALID -> text.notValid();
            case TOO_LATE -> text.tooLate();
            case NOTHING_TO_CONFIRM -> text.nothingToConfirm();
        };
    }
}
