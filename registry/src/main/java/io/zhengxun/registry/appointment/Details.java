package io.zhengxun.registry.appointment;

import java.time.LocalDate;

/**
 * The fields of Annex 2 beside the person's name.
 *
 * @param unit the city's unit that the person belongs to
 * @param phones how the person is reached
 * @param publicContact for the public's questions about queries
 * @param recommendation by whom and when the person was named
 */
public record Details(
        Unit unit, String post, Phones phones, String publicContact, String remarks, Recommendation recommendation) {

    public record Unit(String name, String address, String head, String headPhone) {

        /** Without the phone: it may get into a log. */
        @Override
        public String toString() {
            return "Unit";
        }
    }

    /**
     * @param mobile the person's own, eleven digits
     * @param qq empty if none
     */
    public record Phones(String office, String mobile, String qq) {

        /** Nothing of it: it may get into a log. */
        @Override
        public String toString() {
            return "Phones";
        }
    }

    public record Recommendation(String by, LocalDate on) {}

    /** Nothing of it: it may get into a log. */
    @Override
    public String toString() {
        return "Details";
    }
}
