package io.zhengxun.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import io.zhengxun.registry.privacy.Personal;
import org.apache.ibatis.annotations.Mapper;
import org.springframework.stereotype.Component;

/** What holds for every class, as docs/architecture.md says it in words. */
final class HouseRules {

    static final ArchRule THE_REGISTRY_KNOWS_NO_WEB_NO_REDIS_NO_WECHAT = noClasses()
            .that()
            .resideInAPackage("..registry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "jakarta.servlet..",
                    "org.springframework.data.redis..",
                    "org.redisson..",
                    "io.lettuce..",
                    "me.chanjar..");

    static final ArchRule THE_BOT_KNOWS_NO_OTHER_APPLICATION = noClasses()
            .that()
            .resideInAPackage("..zhengxun.bot..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..zhengxun.admin..", "..zhengxun.notifier..", "..zhengxun.standalone..");

    static final ArchRule THE_ADMIN_API_KNOWS_NO_OTHER_APPLICATION = noClasses()
            .that()
            .resideInAPackage("..zhengxun.admin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..zhengxun.bot..", "..zhengxun.notifier..", "..zhengxun.standalone..");

    static final ArchRule THE_NOTIFIER_KNOWS_NO_OTHER_APPLICATION = noClasses()
            .that()
            .resideInAPackage("..zhengxun.notifier..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..zhengxun.bot..", "..zhengxun.admin..", "..zhengxun.standalone..");

    static final ArchRule THE_WECHAT_MODULE_KNOWS_NO_APPLICATION = noClasses()
            .that()
            .resideInAPackage("..zhengxun.wechat..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..zhengxun.bot..", "..zhengxun.admin..", "..zhengxun.notifier..", "..zhengxun.standalone..");

    /** It logs tokens, trusts every certificate and repeats sends; the simulator borrows its cipher to be the other side. */
    static final ArchRule ONLY_THE_WECHAT_MODULE_USES_WXJAVA = noClasses()
            .that()
            .resideOutsideOfPackages("io.zhengxun.wechat..", "..standalone.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("me.chanjar..");

    static final ArchRule ONLY_STANDALONE_KNOWS_THE_EMBEDDED_SERVERS = noClasses()
            .that()
            .resideOutsideOfPackages("..zhengxun.embedded..", "..zhengxun.standalone..", "..fixture..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..zhengxun.embedded..");

    static final ArchRule ROOMS_AND_PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.zhengxun.(*.*)..").should().beFreeOfCycles();

    static final ArchRule MAPPERS_STAY_IN_THEIR_ROOM =
            classes().that().areAnnotatedWith(Mapper.class).should().bePackagePrivate();

    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Impl|Manager|Common|Base)(\\$.*)?");

    static final ArchRule NO_STATE_IS_STATIC = noFields().that().areStatic().should().notBeFinal();

    /**
     * Plain text exists where it is sealed, read and checked, where a bound identity is sealed, and on the page on which people see
     * what is kept about themselves (Q6, Q7).
     */
    static final ArchRule PLAIN_TEXT_STAYS_INSIDE = noClasses()
            .that()
            .resideOutsideOfPackages("..registry.privacy..", "..registry.certificate..")
            .and()
            .doNotHaveFullyQualifiedName("io.zhengxun.registry.identity.Identities")
            .and()
            .doNotHaveFullyQualifiedName("io.zhengxun.bot.page.OwnDataContent")
            .should()
            .callMethodWhere(target(
                            name("plain"))
                    .and(target(
                            owner(
                                    assignableTo(
                                            Personal.class)))));

    static final ArchRule NO_TWO_BEANS_SHARE_A_NAME = classes()
            .that()
            .areMetaAnnotatedWith(Component.class)
            .or()
            .areAnnotatedWith(Mapper.class)
            .should(new OwnBeanName())
            .because("all applications in one process share the names, and the start fails where two beans have one");

    private HouseRules() {}
}
