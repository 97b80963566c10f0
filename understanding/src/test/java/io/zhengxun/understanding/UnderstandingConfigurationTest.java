package io.zhengxun.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.understanding.intent.Intent;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class UnderstandingConfigurationTest {

    @Configuration(proxyBeanMethods = false)
    @Import(UnderstandingConfiguration.class)
    static class OneApplication {}

    @Configuration(proxyBeanMethods = false)
    @Import(UnderstandingConfiguration.class)
    static class AnotherApplication {}

    @Test
    void two_applications_in_one_context_share_one_understanding_that_is_well() {
        new ApplicationContextRunner()
                .withUserConfiguration(OneApplication.class, AnotherApplication.class)
                .run(context -> {
                    assertThat(context).hasSingleBean(Understanding.class);
                    assertThat(context.getBean(Understanding.class).read("帮我查一下证书").intent()).isEqualTo(Intent.LOOKUP);
                    assertThat(context.getBean(HealthIndicator.class).health().getStatus()).isEqualTo(Status.UP);
                });
    }

    @Test
    void no_thread_at_all_is_refused_at_the_start() {
        new ApplicationContextRunner()
                .withUserConfiguration(OneApplication.class)
                .withPropertyValues("zhengxun.understanding.threads=0")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("at least 1"));
    }

    @Test
    void without_the_sentence_model_health_is_degraded_and_says_why() {
        Health health = new UnderstandingHealth(() -> false).health();

        assertThat(health.getStatus()).isEqualTo(new Status("DEGRADED"));
        assertThat(health.getDetails().toString()).contains("missing");
    }
}
