package io.zhengxun.registry.submission.returns;

import io.zhengxun.registry.certificate.RowPlace;
import io.zhengxun.registry.refusal.FieldFlaw;
import io.zhengxun.registry.refusal.FieldsRefused;
import io.zhengxun.registry.submission.returns.NewReturn.ReturnedRow;
import io.zhengxun.registry.submission.review.Remark;
import io.zhengxun.registry.submission.review.ReturnReason;
import io.zhengxun.registry.submission.review.ReturnReasons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether rows can go back as asked; what is wrong is told of all of them at once (R2). */
final class ReturnCheck {

    private final Map<String, ReturnReason> reasons = new HashMap<>();
    private final Map<Integer, RowPlace> places = new HashMap<>();
    private final Set<Integer> seen = new HashSet<>();
    private final List<FieldFlaw> flaws = new ArrayList<>();
    private final List<Chosen> chosen = new ArrayList<>();

    /** A row that goes back, with the catalogue's wording of the reason. */
    record Chosen(long certificateId, int rowNo, ReturnReason reason, String remark) {}

    ReturnCheck(List<ReturnReason> reasons, List<RowPlace> places) {
        reasons.forEach(reason -> this.reasons.put(reason.code(), reason));
        places.forEach(place -> this.places.put(place.rowNo(), place));
    }

    /** @throws FieldsRefused with every flaw of every row; fields are named as {@code rows[0].reason} */
    List<Chosen> check(NewReturn terms) {
        if (terms.rows().isEmpty()) {
            flaws.add(FieldFlaw.of("rows", "return.no-rows"));
        }
        checkRemark("remark", terms.remark());
        for (int i = 0; i < terms.rows().size(); i++) {
            check("rows[" + i + "].", terms.rows().get(i), !terms.remark().isBlank());
        }
        FieldsRefused.throwIfAny("R2", flaws);
        return chosen;
    }

    /** One reason for all rows: what is wrong with it is told once. */
    void checkReason(String code, String remark) {
        reason("reason", code);
        if (ReturnReasons.OTHER.equals(code) && remark.isBlank()) {
            flaws.add(FieldFlaw.of("remark", "return.other-needs-remark"));
        }
        FieldsRefused.throwIfAny("R2", flaws);
    }

    private void check(String field, ReturnedRow row, boolean isExplained) {
        RowPlace place = place(field + "row", row.rowNo());
        ReturnReason reason = reason(field + "reason", row.reasonCode());
        checkRemark(field + "remark", row.remark());
        if (ReturnReasons.OTHER.equals(row.reasonCode()) && row.remark().isBlank() && !isExplained) {
            flaws.add(FieldFlaw.of(field + "remark", "return.other-needs-remark"));
        }
        if (place != null && reason != null) {
            chosen.add(new Chosen(place.certificateId(), row.rowNo(), reason, row.remark()));
        }
    }

    private RowPlace place(String field, int rowNo) {
        RowPlace place = places.get(rowNo);
        String number = String.valueOf(rowNo);
        if (place == null) {
            flaws.add(FieldFlaw.of(field, "return.row-unknown", number));
        } else if (place.returnId() != null) {
            flaws.add(FieldFlaw.of(field, "return.row-returned", number));
        } else if (place.publishedOn() != null) {
            flaws.add(FieldFlaw.of(field, "return.row-published", number));
        } else if (!seen.add(rowNo)) {
            flaws.add(FieldFlaw.of(field, "return.row-doubled", number));
        } else {
            return place;
        }
        return null;
    }

    private ReturnReason reason(String field, String code) {
        ReturnReason reason = reasons.get(code);
        if (reason == null) {
            flaws.add(FieldFlaw.of(field, "return.reason-unknown"));
        } else if (!reason.active()) {
            flaws.add(FieldFlaw.of(field, "return.reason-retired", reason.wording()));
        } else {
            return reason;
        }
        return null;
    }

    private void checkRemark(String field, String remark) {
        Remark.flaw(field, remark).ifPresent(flaws::add);
    }
}
