package io.zhengxun.bot.page;

import io.zhengxun.registry.contact.Contact;
import io.zhengxun.registry.notice.Notice;
import io.zhengxun.wechat.OpenId;
import java.util.Optional;

/**
 * A notice before the eyes of its recipient.
 *
 * @param contact who the viewer is; empty for a holder
 */
record ShownNotice(Notice notice, OpenId viewer, Optional<Contact> contact) {}
