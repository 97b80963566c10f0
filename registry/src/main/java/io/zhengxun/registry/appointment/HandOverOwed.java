package io.zhengxun.registry.appointment;

import io.zhengxun.registry.refusal.Refusal;

/** Who is a city's data manager hands the work over before the account is disabled or gets another role (W3). */
public class HandOverOwed extends Refusal {

    private static final long serialVersionUID = 1L;

    HandOverOwed(AppointmentRow lasting) {
        super(Kind.CONFLICT, "hand-over-owed", "W3", lasting.username());
    }
}
