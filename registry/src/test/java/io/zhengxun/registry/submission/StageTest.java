package io.zhengxun.registry.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.deadline.DeadlineRule;
import io.zhengxun.registry.institution.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R1, W1, Q4: at whose desk a batch lies and which deadline runs. */
class StageTest {

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, MUNICIPAL, CITY, D2",
        "RECEIVED, PROVINCIAL, PROVINCE, D3",
        "CITY_REVIEW, MUNICIPAL, CITY, D2",
        "CITY_REVIEWED, MUNICIPAL, CITY, D2",
        "CITY_APPROVED, MUNICIPAL, CITY, D2",
        "PROVINCE_REVIEW, MUNICIPAL, PROVINCE, D3",
        "PROVINCE_REVIEW, PROVINCIAL, PROVINCE, D3",
        "PROVINCE_REVIEWED, PROVINCIAL, PROVINCE, D3",
        "PROVINCE_APPROVED, MUNICIPAL, PROVINCE, D3",
        "SENT_TO_MINISTRY, MUNICIPAL, MINISTRY, D4"})
    void every_stage_has_a_desk_and_its_deadline(Stage stage, Tier tier, Desk desk, DeadlineRule rule) {
        assertThat(stage.desk(tier)).isEqualTo(desk);
        assertThat(stage.deadline(tier)).contains(rule);
    }

    @ParameterizedTest
    @CsvSource({"DRAFT", "PUBLISHED", "RETURNED_BY_PROVINCE", "RETURNED_BY_MINISTRY", "REPLACED", "DISCARDED"})
    void where_nobody_reviews_the_batch_has_no_deadline(Stage stage) {
        assertThat(stage.deadline(Tier.MUNICIPAL)).isEmpty();
        assertThat(stage.deadline(Tier.PROVINCIAL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CITY_REVIEW", "CITY_REVIEWED", "CITY_APPROVED", "RETURNED_BY_CITY"})
    void a_provincial_institution_skips_the_city(Stage stage) {
        assertThat(stage.occursFor(Tier.PROVINCIAL)).isFalse();
        assertThat(stage.deadline(Tier.PROVINCIAL)).isEmpty();
        assertThatThrownBy(() -> stage.desk(Tier.PROVINCIAL)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void every_other_stage_occurs_for_both() {
        for (Stage stage : Stage.values()) {
            assertThat(stage.occursFor(Tier.MUNICIPAL)).isTrue();
            assertThat(stage.desk(Tier.MUNICIPAL)).isNotNull();
        }
    }
}
