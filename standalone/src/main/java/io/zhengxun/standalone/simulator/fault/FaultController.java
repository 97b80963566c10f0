package io.zhengxun.standalone.simulator.fault;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Switches faults: what a PUT does not name is off. */
@RestController
@RequestMapping("/simulator/faults")
class FaultController {

    private final FaultSwitch faults;

    FaultController(FaultSwitch faults) {
        this.faults = faults;
    }

    @GetMapping
    Faults current() {
        return faults.now();
    }

    @PutMapping(consumes = "application/json")
    Faults change(@RequestBody Faults changed) {
        faults.set(changed);
        return faults.now();
    }
}
