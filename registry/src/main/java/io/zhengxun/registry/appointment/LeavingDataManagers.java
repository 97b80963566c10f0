package io.zhengxun.registry.appointment;

import io.zhengxun.registry.account.WorkEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps a city from being left with a data manager who cannot work (W3). */
@Component
class LeavingDataManagers {

    private final AppointmentMapper mapper;

    LeavingDataManagers(AppointmentMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws HandOverOwed if the person has not handed over */
    @EventListener
    void refuse(WorkEnded ended) {
        // The account is held by who changes it: nobody becomes data manager meanwhile.
        AppointmentRow lasting = mapper.lasting(ended.account().username());
        if (lasting != null) {
            throw new HandOverOwed(lasting);
        }
    }
}
