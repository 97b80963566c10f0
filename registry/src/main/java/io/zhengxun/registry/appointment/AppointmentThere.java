package io.zhengxun.registry.appointment;

import io.zhengxun.registry.refusal.Refusal;

/** The person is a data manager already, or the mobile is another data manager's. */
public class AppointmentThere extends Refusal {

    private static final long serialVersionUID = 1L;

    AppointmentThere() {
        super(Kind.CONFLICT, "appointment-there", "W3");
    }
}
