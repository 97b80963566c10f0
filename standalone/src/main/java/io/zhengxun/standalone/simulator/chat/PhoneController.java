package io.zhengxun.standalone.simulator.chat;

import io.zhengxun.standalone.simulator.SimulatorRefusal;
import io.zhengxun.standalone.simulator.SimulatorSettings.User;
import io.zhengxun.standalone.simulator.chat.Phone.Hearing;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The phones over HTTP, for the page and for scripts. */
@RestController
@RequestMapping("/simulator/phones")
class PhoneController {

    record NewPhone(String name, String role) {

        User user() {
            return new User(name == null ? "" : name, role, false);
        }
    }

    /** @param heard how many lines came from the account so far */
    record PhoneView(
            String openId, String miniOpenId, String name, String role, boolean following, Hearing hearing, long heard) {}

    record NewHearing(Hearing hearing) {}

    /** The chat's lines after a number, and the phone's state. */
    record ChatView(PhoneView phone, List<ShownMessage> messages) {}

    private final Phones phones;
    private final Pushes pushes;

    PhoneController(Phones phones, Pushes pushes) {
        this.phones = phones;
        this.pushes = pushes;
    }

    @GetMapping
    List<PhoneView> all() {
        return phones.all().stream().map(PhoneController::view).toList();
    }

    @PostMapping(consumes = "application/json")
    PhoneView add(@RequestBody NewPhone wanted) {
        return view(phones.add(wanted.user()));
    }

    @GetMapping("/{openId}/messages")
    ChatView messages(@PathVariable String openId, @RequestParam(defaultValue = "0") long after) {
        Phone phone = phones.of(openId);
        return new ChatView(view(phone), phone.after(after));
    }

    @PostMapping(path = "/{openId}/messages", consumes = "application/json")
    ResponseEntity<ShownMessage> send(@PathVariable String openId, @RequestBody Draft draft) {
        Phone phone = phones.of(openId);
        if (!phone.following()) {
            throw new SimulatorRefusal(HttpStatus.CONFLICT, "not-following");
        }
        return ResponseEntity.accepted().body(pushes.send(phone, draft));
    }

    @PostMapping("/{openId}/follow")
    PhoneView follow(@PathVariable String openId) {
        return changed(phones.of(openId), true);
    }

    @PostMapping("/{openId}/unfollow")
    PhoneView unfollow(@PathVariable String openId) {
        return changed(phones.of(openId), false);
    }

    /** Whether the account's messages reach the user. */
    @PutMapping(path = "/{openId}/hearing", consumes = "application/json")
    PhoneView hear(@PathVariable String openId, @RequestBody NewHearing wanted) {
        if (wanted.hearing() == null) {
            throw new SimulatorRefusal(HttpStatus.BAD_REQUEST, "bad-request");
        }
        Phone phone = phones.of(openId);
        phone.hear(wanted.hearing());
        return view(phone);
    }

    private PhoneView changed(Phone phone, boolean follows) {
        if (phone.follow(follows)) {
            pushes.send(phone, Draft.event(follows ? "subscribe" : "unsubscribe"));
        }
        return view(phone);
    }

    private static PhoneView view(Phone phone) {
        return new PhoneView(
                phone.openId(),
                phone.miniOpenId(),
                phone.name(),
                phone.role(),
                phone.following(),
                phone.hearing(),
                phone.heard());
    }
}
