package io.zhengxun.standalone.simulator.message;

import io.zhengxun.standalone.simulator.SimulatorRefusal;
import io.zhengxun.standalone.simulator.chat.Phone;
import io.zhengxun.standalone.simulator.chat.Phones;
import io.zhengxun.standalone.simulator.chat.Pushes;
import io.zhengxun.standalone.simulator.wire.Account;
import io.zhengxun.standalone.simulator.wire.Accounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pop-up in which a user agrees to messages, and the settings in which the user takes it back. */
@RestController
@RequestMapping("/simulator/phones/{openId}/consents")
class ConsentController {

    /** @param balance how many messages the user still agreed to */
    record ConsentView(Route route, String templateId, String kind, String title, int balance) {}

    /** What the user tapped in a pop-up. */
    record Answer(Route route, List<String> accept, List<String> reject) {

        Answer {
            accept = accept == null ? List.of() : List.copyOf(accept);
            reject = reject == null ? List.of() : List.copyOf(reject);
        }
    }

    record Withdrawal(Route route, String templateId) {}

    private final Phones phones;
    private final Pushes pushes;
    private final TemplateLibrary templates;
    private final Agreements agreements;
    private final Accounts accounts;

    ConsentController(Phones phones, Pushes pushes, TemplateLibrary templates, Agreements agreements, Accounts accounts) {
        this.phones = phones;
        this.pushes = pushes;
        this.templates = templates;
        this.agreements = agreements;
        this.accounts = accounts;
    }

    @GetMapping
    List<ConsentView> all(@PathVariable String openId) {
        Phone phone = phones.of(openId);
        return Stream.of(Route.SUBSCRIPTION, Route.MINI)
                .filter(route -> route == Route.SUBSCRIPTION || accounts.hasMini())
                .flatMap(route -> templates.of(route).stream())
                .map(template -> new ConsentView(
                        template.route(),
                        template.id(),
                        template.kind(),
                        template.title(),
                        agreements.balance(idOf(phone, template.route()), template.id())))
                .toList();
    }

    /** The pop-up is answered: one more of each that was accepted. */
    @PostMapping(consumes = "application/json")
    List<ConsentView> answer(@PathVariable String openId, @RequestBody Answer answer) {
        Phone phone = phones.of(openId);
        List<Map<String, Object>> list = Stream.concat(
                        answer.accept().stream().map(id -> status(answer.route(), id, "accept")),
                        answer.reject().stream().map(id -> status(answer.route(), id, "reject")))
                .toList();
        if (list.isEmpty()) {
            throw new SimulatorRefusal(HttpStatus.BAD_REQUEST, "bad-request");
        }
        answer.accept().forEach(id -> agreements.grant(idOf(phone, answer.route()), id));
        list.forEach(each -> each.put("PopupScene", answer.route() == Route.MINI ? "0" : "1"));
        tell(phone, answer.route(), "subscribe_msg_popup_event", Map.of("SubscribeMsgPopupEvent", Map.of("List", list)));
        return all(openId);
    }

    /** The user switches a template off in the settings; that one was switched on again is never told. */
    @PostMapping(path = "/withdrawals", consumes = "application/json")
    List<ConsentView> withdraw(@PathVariable String openId, @RequestBody Withdrawal withdrawal) {
        Phone phone = phones.of(openId);
        Map<String, Object> status = status(withdrawal.route(), withdrawal.templateId(), "reject");
        agreements.withdraw(idOf(phone, withdrawal.route()), withdrawal.templateId());
        tell(phone, withdrawal.route(), "subscribe_msg_change_event",
                Map.of("SubscribeMsgChangeEvent", Map.of("List", List.of(status))));
        return all(openId);
    }

    private Map<String, Object> status(Route route, String templateId, String answer) {
        if (route == null || templateId == null || templates.find(route, templateId).isEmpty()) {
            throw new SimulatorRefusal(HttpStatus.NOT_FOUND, "unknown-template");
        }
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("TemplateId", templateId);
        status.put("SubscribeStatusString", answer);
        return status;
    }

    private void tell(Phone phone, Route route, String event, Map<String, Object> content) {
        Account account = route == Route.MINI ? accounts.mini() : accounts.mp();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Event", event);
        fields.putAll(content);
        pushes.event(phone, account, fields);
    }

    private static String idOf(Phone phone, Route route) {
        return route == Route.MINI ? phone.miniOpenId() : phone.openId();
    }
}
