package io.zhengxun.standalone.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds the faults that are switched on; a push keeps those it started with. */
@Component
public class FaultSwitch {

    private volatile Faults faults = Faults.NONE;
    /** How often each of the endpoints' faults has struck since they were set. */
    private final List<Integer> struck = new ArrayList<>();

    public Faults now() {
        return faults;
    }

    public synchronized void set(Faults changed) {
        struck.clear();
        changed.endpoints().forEach(fault -> struck.add(0));
        faults = changed;
    }

    /** The first fault that strikes a call of this path, counted. */
    public Optional<EndpointFault> strike(String path) {
        return faults.endpoints().isEmpty() ? Optional.empty() : counted(path);
    }

    private synchronized Optional<EndpointFault> counted(String path) {
        List<EndpointFault> all = faults.endpoints();
        for (int i = 0; i < all.size(); i++) {
            EndpointFault fault = all.get(i);
            if (path.startsWith(fault.path()) && (fault.times() == 0 || struck.get(i) < fault.times())) {
                struck.set(i, struck.get(i) + 1);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
