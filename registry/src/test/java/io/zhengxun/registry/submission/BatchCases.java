package io.zhengxun.registry.submission;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.certificate.Certificates;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.certificate.NewCertificate;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Tier;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Batches of institutions of their own at whatever stage, and people who act on them. */
@Component
public class BatchCases {

    public static final String CITY = "440100";
    public static final String CITY_ELSEWHERE = "440200";

    private static final Set<Stage> REVIEWED = EnumSet.of(
            Stage.CITY_REVIEWED, Stage.CITY_APPROVED, Stage.PROVINCE_REVIEWED, Stage.PROVINCE_APPROVED);
    private static final Set<Stage> APPROVED = EnumSet.of(Stage.CITY_APPROVED, Stage.PROVINCE_APPROVED);

    private final Institutions institutions;
    private final Submissions submissions;
    private final Certificates certificates;
    private final Workflow workflow;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    BatchCases(
            Institutions institutions,
            Submissions submissions,
            Certificates certificates,
            Workflow workflow,
            TransactionTemplate transaction,
            JdbcTemplate jdbc,
            Clock clock) {
        this.institutions = institutions;
        this.submissions = submissions;
        this.certificates = certificates;
        this.workflow = workflow;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Institution institution(Tier tier) {
        String prefix = FreshNumbers.prefix('Y');
        long id = institutions.file(new NewInstitution(
                prefix, "示例评价机构" + prefix, tier, tier == Tier.MUNICIPAL ? CITY : Region.PROVINCE_CODE,
                "000-00000000", Map.of("电工", Set.of(Level.ADVANCED))));
        return institutions.find(id).orElseThrow();
    }

    /** A batch that came to the stage now, with its deadline; reviewed and approved by others where that belongs to it. */
    public Submission at(Stage stage, Institution institution) {
        return at(stage, institution, List.of());
    }

    public Submission at(Stage stage, Institution institution, List<NewCertificate> rows) {
        byte[] digest = new byte[32];
        ThreadLocalRandom.current().nextBytes(digest);
        NewSubmission batch = new NewSubmission(
                institution, stage, clock.instant(), new NewSubmission.Source(null, null, digest),
                Math.max(1, rows.size()), "uploader");
        return transaction.execute(status -> {
            Submission begun = workflow.begin(batch, Actor.system(), recorded -> {
                certificates.store(recorded.id(), institution.id(), certificates.seal(rows));
                return Map.of();
            });
            jdbc.update("UPDATE submission SET reviewed_by = ?, approved_by = ? WHERE id = ?",
                    REVIEWED.contains(stage) ? "earlier-reviewer" : null,
                    APPROVED.contains(stage) ? "earlier-lead" : null, begun.id());
            return submissions.find(begun.id()).orElseThrow();
        });
    }

    /** A person with that role in whose scope the institution lies. */
    public static Staff staff(Role role, Institution institution) {
        Scope scope = switch (role.scope()) {
            case INSTITUTION -> Scope.ofInstitution(institution.id());
            case CITY -> Scope.ofCity(
                    institution.tier() == Tier.MUNICIPAL ? institution.regionCode() : CITY);
            case PROVINCE -> Scope.ofProvince();
        };
        return staff("some-" + role.name().toLowerCase(), role, scope);
    }

    public static Staff staff(String username, Role role, Scope scope) {
        return new Staff(username, "测试员", role, scope, "127.0.0.1");
    }

    public Submission now(Submission batch) {
        return submissions.find(batch.id()).orElseThrow();
    }

    public static Ordered ordered(Submission batch) {
        return new Ordered(batch.number(), batch.version());
    }
}
