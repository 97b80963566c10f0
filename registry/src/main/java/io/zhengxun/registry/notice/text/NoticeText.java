package io.zhengxun.registry.notice.text;

import io.zhengxun.registry.notice.NoticeKind;
import java.util.Map;

/**
 * A notice in words; every text is one that people may read, without control characters but the body's line breaks.
 *
 * @param title a few words, the same for all of a kind
 * @param subject of an e-mail
 * @param body of an e-mail, without link
 * @param sms the shortest that tells it all, without link and signature
 * @param values what fields of templates are filled with, by name: the facts of the kind, {@code title} and {@code state}
 */
public record NoticeText(
        NoticeKind kind, String title, String subject, String body, String sms, Map<String, NoticeValue> values) {}
