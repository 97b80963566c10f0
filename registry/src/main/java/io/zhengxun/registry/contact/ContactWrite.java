package io.zhengxun.registry.contact;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.privacy.Vault;

/** What a form writes into a contact's row, addresses sealed (Q6). */
class ContactWrite {

    /** Set by the insert. */
    Long id;

    final String username;
    final String name;
    final String duties;
    final String channels;
    final byte[] emailSealed;
    final byte[] mobileSealed;

    ContactWrite(ContactForm form, Vault vault) {
        this.username = form.username();
        this.name = form.name();
        this.duties = Duty.written(form.duties());
        this.channels = Channel.written(form.channels());
        this.emailSealed = form.email() == null ? null : vault.seal(form.email());
        this.mobileSealed = form.mobile() == null ? null : vault.seal(form.mobile());
    }
}
