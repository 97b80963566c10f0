package io.zhengxun.registry.appointment;

import java.time.Instant;
import java.time.LocalDate;

/** As it is stored, phones sealed. In the order of the columns. */
record AppointmentRow(
        Long id,
        String regionCode,
        String username,
        String name,
        String unitName,
        String unitAddress,
        String unitHead,
        String post,
        byte[] unitHeadPhoneSealed,
        byte[] officePhoneSealed,
        byte[] mobileSealed,
        byte[] qqSealed,
        byte[] mobileHash,
        String publicContact,
        String remarks,
        String recommendedBy,
        LocalDate recommendedOn,
        LocalDate sinceOn,
        LocalDate untilOn,
        String recordedBy,
        Instant recordedAt,
        int version) {}
