package io.zhengxun.standalone.simulator.scene;

import io.zhengxun.standalone.simulator.platform.PlatformCall;
import io.zhengxun.standalone.simulator.platform.PlatformError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.lang3.RandomStringUtils;
import org.springframework.stereotype.Component;

/** The QR codes that were made, the latest ones (wechat-platform.md 8.3). */
@Component
public class SceneCodes {

    private static final int KEPT = 500;
    private static final int TICKET = 96;
    private static final long LONGEST_SECONDS = 2_592_000;
    private static final long USUAL_SECONDS = 60;
    private static final int LONGEST_SCENE = 64;
    private static final long LAST_LIMITED = 100_000;

    private final Map<String, SceneCode> byTicket = new LinkedHashMap<>();
    private final Clock clock;

    SceneCodes(Clock clock) {
        this.clock = clock;
    }

    /** Makes one as the API does; what it was asked for is checked as there. */
    Map<String, Object> create(PlatformCall call) {
        String action = call.field("action_name");
        if (!List.of("QR_SCENE", "QR_STR_SCENE", "QR_LIMIT_SCENE", "QR_LIMIT_STR_SCENE").contains(action)) {
            throw new PlatformError(PlatformError.BAD_QR_ACTION);
        }
        String scene = scene(action, call.object("action_info").get("scene"));
        Duration lasting = action.startsWith("QR_LIMIT") ? null : Duration.ofSeconds(seconds(call));
        SceneCode code = create(scene, lasting);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ticket", code.ticket());
        if (lasting != null) {
            answer.put("expire_seconds", lasting.toSeconds());
        }
        answer.put("url", code.url());
        return answer;
    }

    /** @param lasting null for one that does not end */
    public synchronized SceneCode create(String scene, Duration lasting) {
        Instant now = clock.instant();
        String ticket = "gQ" + RandomStringUtils.secure().nextAlphanumeric(TICKET - 2);
        SceneCode code = new SceneCode(ticket, scene, now, lasting == null ? null : now.plus(lasting));
        byTicket.put(ticket, code);
        if (byTicket.size() > KEPT) {
            byTicket.remove(byTicket.keySet().iterator().next());
        }
        return code;
    }

    private static String scene(String action, Object given) {
        Object value = given instanceof Map<?, ?> scene
                ? scene.get(action.endsWith("STR_SCENE") ? "scene_str" : "scene_id")
                : null;
        boolean good = action.endsWith("STR_SCENE")
                ? value instanceof String text && !text.isEmpty() && text.length() <= LONGEST_SCENE
                : value instanceof Number number
                        && number.longValue() > 0
                        && number.longValue() <= (action.equals("QR_SCENE") ? 0xffffffffL : LAST_LIMITED);
        if (!good) {
            throw new PlatformError(PlatformError.BAD_QR_INFO);
        }
        return String.valueOf(value);
    }

    private static long seconds(PlatformCall call) {
        long given = call.body().get("expire_seconds") instanceof Number number ? number.longValue() : USUAL_SECONDS;
        if (given < 1 || given > LONGEST_SECONDS) {
            throw new PlatformError(PlatformError.BAD_QR_INFO);
        }
        return given;
    }

    synchronized Optional<SceneCode> find(String ticket) {
        return Optional.ofNullable(byTicket.get(ticket)).filter(code -> code.lastsAt(clock.instant()));
    }

    /** The latest of this scene. */
    synchronized Optional<SceneCode> ofScene(String scene) {
        return lasting().stream().filter(code -> code.scene().equals(scene)).findFirst();
    }

    /** Those that can be scanned, the newest first. */
    synchronized List<SceneCode> lasting() {
        List<SceneCode> newestFirst = new ArrayList<>(byTicket.values());
        Collections.reverse(newestFirst);
        return newestFirst.stream().filter(code -> code.lastsAt(clock.instant())).toList();
    }
}
