package io.zhengxun.admin.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.zhengxun.registry.certificate.Certificate;
import io.zhengxun.registry.institution.Institution;
import java.time.LocalDate;

/** A certificate's data with name and ID number masked (Q3). */
@Schema(name = "证书")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CertificateView(
        String number,
        @Schema(description = "姓名，已脱敏", example = "张*") String name,
        @Schema(example = "居民身份证") String idType,
        @Schema(description = "证件号码，已脱敏") String idNumber,
        String occupation,
        String job,
        String level,
        LocalDate issueDate,
        String institution,
        @Schema(example = "VALID") String standing,
        @Schema(example = "有效") String standingText,
        @Schema(description = "国网公布之日；未公布时不显示") LocalDate publishedOn) {

    static CertificateView of(Certificate certificate, Institution institution, HistoryTexts texts) {
        return new CertificateView(
                certificate.number().value(),
                certificate.holder().name().masked(),
                certificate.holder().idNumber().type().label(),
                certificate.holder().idNumber().masked(),
                certificate.occupation(),
                certificate.job(),
                certificate.level().label(),
                certificate.issueDate(),
                institution.name(),
                certificate.standing().name(),
                texts.text("story.standing." + certificate.standing()),
                certificate.publishedOn());
    }
}
