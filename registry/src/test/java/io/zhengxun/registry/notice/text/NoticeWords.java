package io.zhengxun.registry.notice.text;

import org.springframework.context.support.ResourceBundleMessageSource;

/** The wordings, without an application around them. */
final class NoticeWords {

    private NoticeWords() {}

    static NoticeTexts texts() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/registry");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new NoticeTexts(messages);
    }
}
