package io.zhengxun.registry.notice.desk;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which kinds of notices can go through which channels. Settings are known to the notifiers alone: each tells of its own when it
 * starts, so that staff can see what is missing before a notice is held for it.
 */
@Component
public class ChannelSetups {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};

    private final ChannelSetupMapper mapper;
    private final Clock clock;

    ChannelSetups(ChannelSetupMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * @param fields how the template's fields are filled, as {@link io.zhengxun.registry.notice.text.PlatformFields} takes it;
     *     empty for a channel without templates
     * @param toldAt by the notifier that started last
     */
    public record Setup(
            Channel channel, NoticeKind kind, boolean configured, Map<String, String> fields, Instant toldAt) {}

    /** @param configured the kinds that can go through the channel, with their templates' fields; all others cannot */
    @Transactional
    public void tell(Channel channel, Map<NoticeKind, Map<String, String>> configured) {
        Instant now = clock.instant();
        for (NoticeKind kind : NoticeKind.values()) {
            String fields = JSON.writeValueAsString(configured.getOrDefault(kind, Map.of()));
            mapper.tell(new ChannelSetupMapper.Row(channel, kind, configured.containsKey(kind), fields, now));
        }
    }

    /** Empty until a notifier has started. */
    public List<Setup> all() {
        return mapper.all().stream()
                .map(row -> new Setup(
                        row.channel(), row.kind(), row.configured(), JSON.readValue(row.fields(), FIELDS), row.toldAt()))
                .toList();
    }
}
