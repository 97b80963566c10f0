package io.zhengxun.registry.appointment;

import java.time.LocalDate;

/** @param username of an account of a city's data manager; it says which city */
public record NewAppointment(String username, Details details, LocalDate since) {

    /** Nothing personal: it may get into a log. */
    @Override
    public String toString() {
        return "NewAppointment[" + username + "]";
    }
}
