package io.zhengxun.notifier.channel.wechat;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.text.PlatformFields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * With which of the accounts' templates which kind of notice is told, and what goes into their fields.
 *
 * @param templates by channel and kind; what is missing is not told by that channel
 * @param mini how the mini-program's messages open it
 * @throws IllegalArgumentException naming everything that cannot work
 */
@ConfigurationProperties("zhengxun.notifier")
record WeChatTemplates(
        @DefaultValue Map<Channel, Map<NoticeKind, Template>> templates, @DefaultValue MiniSettings mini) {

    private static final Set<Channel> CHANNELS = EnumSet.of(Channel.TEMPLATE, Channel.SUBSCRIPTION, Channel.MINI);

    /**
     * A template of the account.
     *
     * @param id as the account's console shows it; empty: not used yet
     * @param fields names of our values, or constants after a {@code =}, by the template's keys
     */
    record Template(@DefaultValue("") String id, @DefaultValue Map<String, String> fields) {}

    /**
     * @param page of the mini-program that a tap opens, e.g. {@code pages/notice/index}, without a leading slash; it gets the
     *     notice's id as {@code ?id=}; empty: a tap opens nothing
     * @param state which version of it opens: formal, trial or developer
     */
    record MiniSettings(@DefaultValue("") String page, @DefaultValue("formal") String state) {

        private static final Pattern PAGE = Pattern.compile("([A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*)?");
        private static final Set<String> STATES = Set.of("formal", "trial", "developer");

        MiniSettings {
            if (!PAGE.matcher(page).matches() || !STATES.contains(state)) {
                throw new IllegalArgumentException("zhengxun.notifier.mini: page is like pages/notice/index, state one of "
                        + "formal, trial and developer.");
            }
        }
    }

    WeChatTemplates {
        List<String> flaws = new ArrayList<>();
        templates.forEach((channel, kinds) -> {
            if (!CHANNELS.contains(channel)) {
                flaws.add(channel + " has no templates of WeChat's; there are " + CHANNELS + ".");
            }
            kinds.forEach((kind, template) -> PlatformFields.flaws(kind, template.fields())
                    .forEach(flaw -> flaws.add(channel + ": " + flaw)));
        });
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException("zhengxun.notifier.templates: " + String.join(" ", flaws));
        }
    }

    Optional<Template> of(Channel channel, NoticeKind kind) {
        return Optional.ofNullable(templates.getOrDefault(channel, Map.of()).get(kind))
                .filter(template -> !template.id().isBlank());
    }
}
