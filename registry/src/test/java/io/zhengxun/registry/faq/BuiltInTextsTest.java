package io.zhengxun.registry.faq;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.registry.refusal.VisibleText;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInTextsTest {

    private static final int SHORT = 330;

    /** Said of the bot itself: nothing is claimed that would stand anywhere. */
    private static final Set<String> WITHOUT_SOURCE =
            Set.of("complaint_status", "human", "subscribe", "greeting", "thanks", "out_of_scope");

    static Iterable<FaqText> texts() {
        return BuiltInTexts.read().values();
    }

    @Test
    void each_intent_of_the_rulebook_has_a_text() {
        assertThat(BuiltInTexts.read().keySet())
                .containsExactlyInAnyOrder(
                        "lookup", "progress", "not_found", "how_to_query", "time_limits", "fee_region", "correct_data",
                        "delete_data", "institution_contact", "complaint", "complaint_status", "human", "subscribe", "privacy",
                        "commitment", "bind_institution", "todo", "return_reason", "overdue", "issuance", "greeting", "thanks",
                        "out_of_scope");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_is_short_and_fits_a_reply(FaqText text) {
        assertThat(text.reply().length()).isBetween(20, SHORT);
        assertThat(text.bytes()).isLessThanOrEqualTo(FaqText.MOST_BYTES);
        assertThat(VisibleText.holds(text.reply())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatever_is_claimed_says_where_it_is_written(FaqText text) {
        if (WITHOUT_SOURCE.contains(text.intentCode())) {
            assertThat(text.source()).isEmpty();
        } else {
            assertThat(text.source()).containsAnyOf("粤技服〔2022〕151号", "中就培发〔2022〕1号");
        }
    }

    @Test
    void a_text_ends_before_its_source_and_remarks_are_left_out() {
        Map<String, FaqText> texts = BuiltInTexts.parse("# 说明\n\n[one]\n第一行\n\n第二行\n依据：附件6\n\n[two]\n没有依据\n");
        assertThat(texts)
                .containsEntry("one", new FaqText("one", 0, "第一行\n\n第二行", "附件6"))
                .containsEntry("two", new FaqText("two", 0, "没有依据", ""));
        assertThat(texts.get("one").reply()).isEqualTo("第一行\n\n第二行\n依据：附件6");
    }
}
