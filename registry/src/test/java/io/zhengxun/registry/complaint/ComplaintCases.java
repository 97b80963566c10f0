package io.zhengxun.registry.complaint;

import io.zhengxun.registry.FreshNumbers;
import io.zhengxun.registry.account.NewAccount;
import io.zhengxun.registry.account.OpeningAccount;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Region;
import io.zhengxun.registry.institution.Tier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** People who complain and people who deal with it: nobody of them exists. Without an annotation no scan finds it. */
class ComplaintCases {

    /** A Monday at 10:00 in Shanghai. */
    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    static final String CITY = "440100";
    static final String WORDS = "等了三个月还没有结果，打电话没人接";

    static final class SettableClock extends Clock {

        private volatile Instant now = NOW;

        void set(String instant) {
            now = Instant.parse(instant);
        }

        void reset() {
            now = NOW;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("America/New_York");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    @Bean
    Cases cases(
            Institutions institutions, OpeningAccount opening, FilingComplaint filing, HandlingComplaint handling,
            Complaints complaints) {
        return new Cases(institutions, opening, filing, handling, complaints);
    }

    record Cases(
            Institutions institutions,
            OpeningAccount opening,
            FilingComplaint filing,
            HandlingComplaint handling,
            Complaints complaints) {

        Institution institution(Tier tier) {
            String prefix = FreshNumbers.prefix();
            long id = institutions.file(new NewInstitution(
                    prefix, "示例评价中心" + prefix, tier, tier == Tier.MUNICIPAL ? CITY : Region.PROVINCE_CODE,
                    "000-00000000", Map.of("电工", Set.of(Level.ADVANCED))));
            return institutions.find(id).orElseThrow();
        }

        /** With an account, to which a complaint can be given. */
        Staff staff(Role role, Scope scope) {
            String username = "c-" + UUID.randomUUID().toString().substring(0, 13);
            opening.open(new NewAccount(username, "测试乙", role, scope), "Test-pass-2026!", false, Actor.system());
            return new Staff(username, "测试乙", role, scope, "127.0.0.1");
        }

        Complaint filed(String openId, Long institutionId) {
            return filing.file(complaint(institutionId, UUID.randomUUID().toString()), openId);
        }

        Complaint answered(Complaint filed, Staff by) {
            Complaint taken = handling.assign(seen(filed), null, by);
            return handling.answer(seen(taken), new ComplaintText("已联系机构处理，预计本周上报"), by);
        }

        Complaint now(Complaint complaint) {
            return complaints.findByNumber(complaint.number()).orElseThrow();
        }
    }

    static NewComplaint complaint(Long institutionId, String key) {
        return new NewComplaint(
                ComplaintCategory.PROGRESS, new ComplaintText(WORDS), List.of("media-1", "media-2"), "13800000001",
                institutionId, key);
    }

    static OrderedComplaint seen(Complaint complaint) {
        return new OrderedComplaint(complaint.number(), complaint.version());
    }

    static String person() {
        return "o" + UUID.randomUUID();
    }
}
