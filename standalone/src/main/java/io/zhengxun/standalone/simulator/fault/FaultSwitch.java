package io.zhengxun.standalone.simulator.fault;

import org.springframework.stereotype.Component;

/** Holds the faults that are switched on; a push keeps those it started with. */
@Component
public class FaultSwitch {

    private volatile Faults faults = Faults.NONE;

    public Faults now() {
        return faults;
    }

    public void set(Faults faults) {
        this.faults = faults;
    }
}
