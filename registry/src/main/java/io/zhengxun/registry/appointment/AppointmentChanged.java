package io.zhengxun.registry.appointment;

import io.zhengxun.registry.refusal.Refusal;

/** Somebody changed or ended it after it was looked at. */
public class AppointmentChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    AppointmentChanged() {
        super(Kind.CONFLICT, "appointment-changed", "W3");
    }
}
