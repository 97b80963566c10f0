package io.zhengxun.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for the whole product, and each is shown to fail on a class that breaks it. */
class HouseRulesTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    "io.zhengxun.registry",
                    "io.zhengxun.wechat",
                    "io.zhengxun.bot",
                    "io.zhengxun.admin",
                    "io.zhengxun.notifier",
                    "io.zhengxun.embedded",
                    "io.zhengxun.standalone");

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("io.zhengxun.house.broken");

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments("the registry knows no web", HouseRules.THE_REGISTRY_KNOWS_NO_WEB_NO_REDIS_NO_WECHAT),
                arguments("the bot knows no other application", HouseRules.THE_BOT_KNOWS_NO_OTHER_APPLICATION),
                arguments("the admin API knows no other application", HouseRules.THE_ADMIN_API_KNOWS_NO_OTHER_APPLICATION),
                arguments("the notifier knows no other application", HouseRules.THE_NOTIFIER_KNOWS_NO_OTHER_APPLICATION),
                arguments("the wechat module knows no application", HouseRules.THE_WECHAT_MODULE_KNOWS_NO_APPLICATION),
                arguments("WxJava", HouseRules.ONLY_THE_WECHAT_MODULE_USES_WXJAVA),
                arguments("embedded servers", HouseRules.ONLY_STANDALONE_KNOWS_THE_EMBEDDED_SERVERS),
                arguments("mappers", HouseRules.MAPPERS_STAY_IN_THEIR_ROOM),
                arguments("names", HouseRules.NAMES_SAY_WHAT_A_CLASS_IS),
                arguments("static state", HouseRules.NO_STATE_IS_STATIC),
                arguments("plain text", HouseRules.PLAIN_TEXT_STAYS_INSIDE),
                arguments("names of beans", HouseRules.NO_TWO_BEANS_SHARE_A_NAME));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_product_keeps_the_rule(String name, ArchRule rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void a_class_that_breaks_the_rule_is_noticed(String name, ArchRule rule) {
        assertThat(rule.allowEmptyShould(true).evaluate(BROKEN).hasViolation()).isTrue();
    }

    @Test
    void rooms_and_packages_have_no_cycles() {
        HouseRules.ROOMS_AND_PACKAGES_HAVE_NO_CYCLES.check(PRODUCT);
    }

    @Test
    void a_cycle_is_noticed() {
        assertThat(slices().matching("io.zhengxun.house.broken.cycle.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .evaluate(BROKEN)
                        .hasViolation())
                .isTrue();
    }
}
