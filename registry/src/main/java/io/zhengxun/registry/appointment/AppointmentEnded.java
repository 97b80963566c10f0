package io.zhengxun.registry.appointment;

import io.zhengxun.registry.refusal.Refusal;

/** The work was handed over already. */
public class AppointmentEnded extends Refusal {

    private static final long serialVersionUID = 1L;

    AppointmentEnded(Appointment ended) {
        super(Kind.CONFLICT, "appointment-ended", "W3", ended.until().toString());
    }
}
