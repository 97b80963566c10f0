package io.zhengxun.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.embedded.SharedServers;
import io.zhengxun.registry.RegistryConfiguration;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.desk.ChannelSetups;
import io.zhengxun.registry.notice.desk.ChannelSetups.Setup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Staff see what the notifier that started last has configured. */
@SpringBootTest(
        classes = TellingSetupsTest.Rooms.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.config.name=registry",
            "zhengxun.privacy.encryption-keys.1=AAECAwQFBgcICQoLDA0ODw==",
            "zhengxun.privacy.index-keys.1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
        })
@ContextConfiguration(initializers = SharedServers.class)
class TellingSetupsTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(RegistryConfiguration.class)
    static class Rooms {}

    private record Configured(Channel channel, NoticeKind kind, Map<String, String> fields) implements Courier {

        @Override
        public boolean isConfigured(NoticeKind asked) {
            return asked == kind;
        }

        @Override
        public Map<String, String> fields(NoticeKind asked) {
            return fields;
        }

        @Override
        public Outcome send(Message message) {
            throw new AssertionError("Nothing is sent.");
        }
    }

    @Autowired
    ChannelSetups setups;

    @Test
    void what_is_configured_is_told_of_every_channel_and_kind() {
        Map<String, String> fields = Map.of("thing1", "institution", "date2", "dueOn");
        new TellingSetups(List.of(new Configured(Channel.TEMPLATE, NoticeKind.RETURN, fields)), setups).tell();

        assertThat(setups.all()).hasSize(Channel.values().length * NoticeKind.values().length);
        assertThat(setups.all()).filteredOn(Setup::configured).singleElement().satisfies(setup -> {
            assertThat(setup.channel()).isEqualTo(Channel.TEMPLATE);
            assertThat(setup.kind()).isEqualTo(NoticeKind.RETURN);
            assertThat(setup.fields()).isEqualTo(fields);
        });
    }

    @Test
    void who_starts_later_tells_how_it_is_now() {
        new TellingSetups(List.of(new Configured(Channel.TEMPLATE, NoticeKind.RETURN, Map.of())), setups).tell();
        new TellingSetups(List.of(new Configured(Channel.EMAIL, NoticeKind.TEST, Map.of())), setups).tell();

        assertThat(setups.all()).filteredOn(Setup::configured).extracting(Setup::channel).containsExactly(Channel.EMAIL);
    }
}
