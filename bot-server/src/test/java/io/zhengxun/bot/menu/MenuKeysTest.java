package io.zhengxun.bot.menu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.understanding.intent.Intent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MenuKeysTest {

    @ParameterizedTest
    @EnumSource
    void a_key_leads_back_to_its_intent(Intent intent) {
        assertThat(MenuKeys.intentOf(MenuKeys.of(intent))).contains(intent);
    }

    @Test
    void a_key_is_what_the_phones_have_had_since_the_first_menu() {
        assertThat(MenuKeys.of(Intent.COMPLAINT_STATUS)).isEqualTo("intent:complaint_status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "intent:", "lookup", "intent:LOOKUP", "intent:nothing", "contact_abc"})
    void a_key_that_is_none_of_ours_means_nothing(String key) {
        assertThat(MenuKeys.intentOf(key)).isEmpty();
    }
}
