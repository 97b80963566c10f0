package io.zhengxun.standalone.simulator.scene;

import io.zhengxun.standalone.simulator.SimulatorRefusal;
import io.zhengxun.standalone.simulator.chat.Phone;
import io.zhengxun.standalone.simulator.chat.Phones;
import io.zhengxun.standalone.simulator.chat.Pushes;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** QR codes to look at and to scan. */
@RestController
@RequestMapping("/simulator")
class SceneController {

    record CodeView(String scene, String image, Instant createdAt, Instant expiresAt) {}

    record Scan(String scene) {}

    private final SceneCodes codes;
    private final Phones phones;
    private final Pushes pushes;

    SceneController(SceneCodes codes, Phones phones, Pushes pushes) {
        this.codes = codes;
        this.phones = phones;
        this.pushes = pushes;
    }

    /** As mp.weixin.qq.com, which is no part of the API. */
    @GetMapping({"/mp/cgi-bin/showqrcode", "/api/cgi-bin/showqrcode"})
    ResponseEntity<byte[]> image(@RequestParam(defaultValue = "") String ticket) {
        return codes.find(ticket)
                .map(code -> ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(QrImage.png(code.url())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/codes")
    List<CodeView> all() {
        return codes.lasting().stream()
                .map(code -> new CodeView(
                        code.scene(),
                        "/simulator/mp/cgi-bin/showqrcode?ticket=" + code.ticket(),
                        code.createdAt(),
                        code.expiresAt()))
                .toList();
    }

    /** The user scans a code that lasts. */
    @PostMapping(path = "/phones/{openId}/scans", consumes = "application/json")
    ResponseEntity<Void> scan(@PathVariable String openId, @RequestBody Scan scan) {
        Phone phone = phones.of(openId);
        SceneCode code = codes.ofScene(scan.scene() == null ? "" : scan.scene())
                .orElseThrow(() -> new SimulatorRefusal(HttpStatus.NOT_FOUND, "unknown-code"));
        pushes.scan(phone, code.scene(), code.ticket());
        return ResponseEntity.accepted().build();
    }
}
