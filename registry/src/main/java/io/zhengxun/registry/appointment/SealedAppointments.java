package io.zhengxun.registry.appointment;

import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.appointment.Details.Phones;
import io.zhengxun.registry.appointment.Details.Recommendation;
import io.zhengxun.registry.appointment.Details.Unit;
import io.zhengxun.registry.privacy.PhoneMask;
import io.zhengxun.registry.privacy.Vault;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Seals and opens the phones of data managers (Q6). */
@Component
class SealedAppointments {

    private static final String MOBILE = "mobile";

    private final Vault vault;

    SealedAppointments(Vault vault) {
        this.vault = vault;
    }

    AppointmentRow row(NewAppointment form, Account account, String by, Instant now) {
        return row(
                new Appointment(
                        0, account.scope().regionCode(), account.username(), account.name(), form.details(), form.since(),
                        null, by, now, 0),
                form.details());
    }

    AppointmentRow row(Appointment of, Details to) {
        String qq = to.phones().qq();
        return new AppointmentRow(
                of.id(), of.regionCode(), of.username(), of.name(), to.unit().name(), to.unit().address(), to.unit().head(),
                to.post(),
                vault.seal(to.unit().headPhone()),
                vault.seal(to.phones().office()),
                vault.seal(to.phones().mobile()),
                qq == null || qq.isEmpty() ? null : vault.seal(qq),
                vault.fingerprint(MOBILE, to.phones().mobile()),
                to.publicContact(), to.remarks() == null ? "" : to.remarks(), to.recommendation().by(),
                to.recommendation().on(), of.since(), of.until(), of.recordedBy(), of.recordedAt(), of.version());
    }

    Appointment open(AppointmentRow row) {
        Details details = new Details(
                new Unit(row.unitName(), row.unitAddress(), row.unitHead(), vault.open(row.unitHeadPhoneSealed())),
                row.post(),
                new Phones(
                        vault.open(row.officePhoneSealed()),
                        vault.open(row.mobileSealed()),
                        row.qqSealed() == null ? "" : vault.open(row.qqSealed())),
                row.publicContact(),
                row.remarks(),
                new Recommendation(row.recommendedBy(), row.recommendedOn()));
        return new Appointment(
                row.id(), row.regionCode(), row.username(), row.name(), details, row.sinceOn(), row.untilOn(),
                row.recordedBy(), row.recordedAt(), row.version());
    }

    /** For the trail: phones masked. */
    Map<String, String> facts(Appointment of) {
        Details details = of.details();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("username", of.username());
        facts.put("regionCode", of.regionCode());
        facts.put("unit", details.unit().name());
        facts.put("unitAddress", details.unit().address());
        facts.put("post", details.post());
        facts.put("unitHeadPhone", PhoneMask.of(details.unit().headPhone()));
        facts.put("officePhone", PhoneMask.of(details.phones().office()));
        facts.put("mobile", PhoneMask.of(details.phones().mobile()));
        facts.put("qq", PhoneMask.of(details.phones().qq()));
        facts.put("publicContact", details.publicContact());
        facts.put("recommendedBy", details.recommendation().by());
        facts.put("recommendedOn", String.valueOf(details.recommendation().on()));
        facts.put("since", String.valueOf(of.since()));
        return facts;
    }
}
