package io.zhengxun.standalone.simulator.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.common.HybridBinarizer;
import io.zhengxun.fixture.FakeBot;
import io.zhengxun.fixture.FakeBot.Received;
import io.zhengxun.fixture.PlatformCaller;
import io.zhengxun.fixture.SimulatorClient;
import io.zhengxun.fixture.SimulatorSlice;
import io.zhengxun.fixture.SimulatorSlice.SettableClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** QR codes: made, drawn, scanned. */
@SpringBootTest(
        classes = SimulatorSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "zhengxun.wechat.mp.app-id=" + FakeBot.APP_ID,
            "zhengxun.wechat.mp.token=" + FakeBot.TOKEN,
            "zhengxun.wechat.mp.aes-key=" + FakeBot.AES_KEY,
            "zhengxun.wechat.mp.secret=" + FakeBot.SECRET
        })
class SceneTest {

    private static final FakeBot BOT = new FakeBot();

    private final int port;
    private final SimulatorClient simulator;
    private final SettableClock clock;
    private PlatformCaller platform;

    SceneTest(@LocalServerPort int port, @Autowired SettableClock clock) {
        this.port = port;
        this.simulator = new SimulatorClient(port);
        this.clock = clock;
    }

    @DynamicPropertySource
    static void bot(DynamicPropertyRegistry registry) {
        registry.add("zhengxun.simulator.bot-base-url", BOT::baseUrl);
    }

    @AfterAll
    static void stop() {
        BOT.close();
    }

    @BeforeEach
    void a_token() {
        BOT.reset();
        platform = PlatformCaller.official(simulator);
    }

    @Test
    void who_scans_for_the_first_time_follows_and_the_next_time_scans() {
        create("contact_abc", 600);
        String user = simulator.json("POST", "/simulator/phones", "{}").path("openId").asString();

        assertThat(scan(user, "contact_abc")).isEqualTo(202);
        await().until(() -> BOT.received().size() == 1);
        Received followed = BOT.received().get(0);
        assertThat(followed.field("Event")).isEqualTo("subscribe");
        assertThat(followed.field("EventKey")).isEqualTo("qrscene_contact_abc");

        assertThat(scan(user, "contact_abc")).isEqualTo(202);
        await().until(() -> BOT.received().size() == 2);
        Received scanned = BOT.received().get(1);
        assertThat(scanned.field("Event")).isEqualTo("SCAN");
        assertThat(scanned.field("EventKey")).isEqualTo("contact_abc");
        assertThat(scanned.field("Ticket")).isEqualTo(followed.field("Ticket")).isNotEmpty();
    }

    @Test
    void a_code_ends() {
        create("contact_short", 60);
        assertThat(simulator.call("GET", "/simulator/codes", null).body()).contains("contact_short");
        clock.set(clock.instant().plusSeconds(60));
        assertThat(simulator.call("GET", "/simulator/codes", null).body()).doesNotContain("contact_short");
        assertThat(scan("oSomebody", "contact_short")).isEqualTo(404);
    }

    @Test
    void a_camera_reads_what_is_drawn() throws IOException, InterruptedException, NotFoundException {
        JsonNode code = create("contact_drawn", 600);
        HttpResponse<byte[]> image = image(code.path("ticket").asString());
        assertThat(image.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(read(image.body())).isEqualTo(code.path("url").asString());
        assertThat(image("invented").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "QR_STR_SCENE, scene_str, 'x', 60, 0",
        "QR_STR_SCENE, scene_str, 'LONGEST', 2592000, 0",
        "QR_STR_SCENE, scene_str, 'TOO-LONG', 60, 40053",
        "QR_STR_SCENE, scene_str, '', 60, 40053",
        "QR_STR_SCENE, scene_id, 'x', 60, 40053",
        "QR_STR_SCENE, scene_str, 'x', 2592001, 40053",
        "QR_STR_SCENE, scene_str, 'x', 0, 40053",
        "QR_OTHER, scene_str, 'x', 60, 40052"
    })
    void what_is_asked_for_is_checked(String action, String key, String scene, int seconds, int code) {
        String value = scene.equals("LONGEST") ? "x".repeat(64) : scene.equals("TOO-LONG") ? "x".repeat(65) : scene;
        JsonNode answer = platform.post("/cgi-bin/qrcode/create", Map.of(
                "action_name", action,
                "expire_seconds", seconds,
                "action_info", Map.of("scene", Map.of(key, value))));
        assertThat(answer.path("errcode").asInt(0)).isEqualTo(code);
        assertThat(answer.has("ticket")).isEqualTo(code == 0);
    }

    @Test
    void a_lasting_code_of_a_number_has_no_end() {
        JsonNode answer = platform.post("/cgi-bin/qrcode/create", Map.of(
                "action_name", "QR_LIMIT_SCENE", "action_info", Map.of("scene", Map.of("scene_id", 100_000))));
        assertThat(answer.has("ticket")).isTrue();
        assertThat(answer.has("expire_seconds")).isFalse();
    }

    private JsonNode create(String scene, int seconds) {
        return platform.post("/cgi-bin/qrcode/create", Map.of(
                "action_name", "QR_STR_SCENE",
                "expire_seconds", seconds,
                "action_info", Map.of("scene", Map.of("scene_str", scene))));
    }

    private int scan(String user, String scene) {
        return simulator.call("POST", "/simulator/phones/" + user + "/scans", "{\"scene\":\"%s\"}".formatted(scene))
                .statusCode();
    }

    private HttpResponse<byte[]> image(String ticket) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + "/simulator/mp/cgi-bin/showqrcode?ticket=" + ticket);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    }

    private static String read(byte[] png) throws IOException, NotFoundException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        LuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    }
}
