package io.zhengxun.standalone.simulator.mail;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox of everybody, for the page. */
@RestController
@RequestMapping("/simulator/mails")
class MailController {

    /** @param open whether e-mails are taken at all */
    record Inbox(boolean open, List<Mail> mails) {}

    private final MailSink sink;

    MailController(MailSink sink) {
        this.sink = sink;
    }

    @GetMapping
    Inbox after(@RequestParam(defaultValue = "0") long after) {
        return new Inbox(sink.isOpen(), sink.after(after));
    }
}
