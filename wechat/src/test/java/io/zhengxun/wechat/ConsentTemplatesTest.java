package io.zhengxun.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsentTemplatesTest {

    private final ConsentTemplates templates = new ConsentTemplates(
            Map.of(NoticeKind.RETURN, "same", NoticeKind.SUMMARY, ""), Map.of(NoticeKind.DEADLINES, "same"));

    @Test
    void a_template_carries_one_kind_on_its_channel() {
        assertThat(templates.kindOf(Channel.SUBSCRIPTION, "same")).contains(NoticeKind.RETURN);
        assertThat(templates.kindOf(Channel.MINI, "same")).contains(NoticeKind.DEADLINES);
        assertThat(templates.kindOf(Channel.MINI, "other")).isEmpty();
    }

    @Test
    void an_empty_id_is_none() {
        assertThat(templates.of(Channel.SUBSCRIPTION, NoticeKind.SUMMARY)).isEmpty();
        assertThat(templates.kindOf(Channel.SUBSCRIPTION, "")).isEmpty();
    }

    @Test
    void channels_without_consents_have_none() {
        assertThat(templates.of(Channel.TEMPLATE, NoticeKind.RETURN)).isEmpty();
        assertThat(templates.of(Channel.EMAIL, NoticeKind.RETURN)).isEmpty();
    }

    @Test
    void one_template_for_two_kinds_is_refused() {
        assertThatThrownBy(() -> new ConsentTemplates(Map.of(NoticeKind.RETURN, "x", NoticeKind.TEST, "x"), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("consent-templates");
    }
}
