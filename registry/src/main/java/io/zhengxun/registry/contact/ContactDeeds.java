package io.zhengxun.registry.contact;

import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed.Subject;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.privacy.PhoneMask;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is done to contacts, as the trail keeps it (W4): addresses masked, openids not at all (Q6). */
@Component
class ContactDeeds {

    private final AuditTrail trail;

    ContactDeeds(AuditTrail trail) {
        this.trail = trail;
    }

    void tell(String act, Contact of, Actor by, Map<String, String> before, Map<String, String> after) {
        Subject subject = new Subject(Subject.Kind.CONTACT, String.valueOf(of.id()));
        trail.append(new Deed(by, act, subject, before, after));
    }

    /** The person, who acts in the chat. */
    static Actor self(Contact contact) {
        return contact.actor("");
    }

    static Map<String, String> facts(Contact of) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", of.name());
        facts.put("duties", Duty.written(of.duties()));
        facts.put("channels", Channel.written(of.channels()));
        facts.put("email", EmailMask.of(of.addresses().email()));
        facts.put("mobile", PhoneMask.of(of.addresses().mobile()));
        facts.put("username", of.username() == null ? "" : of.username());
        facts.put("institutionId", of.institutionId() == null ? "" : String.valueOf(of.institutionId()));
        facts.put("regionCode", of.regionCode());
        if (of.replacesId() != null) {
            facts.put("replaces", String.valueOf(of.replacesId()));
        }
        return facts;
    }
}
