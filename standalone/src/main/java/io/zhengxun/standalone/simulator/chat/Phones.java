package io.zhengxun.standalone.simulator.chat;

import io.zhengxun.standalone.simulator.SimulatorRefusal;
import io.zhengxun.standalone.simulator.SimulatorSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The latest phones, in the order of their first use; those that are there from the start stay. */
@Component
public class Phones {

    private static final Pattern OPEN_ID = Pattern.compile("[A-Za-z0-9_-]{6,64}");
    private static final int MOST = 1000;
    private static final int LONGEST_NAME = 12;

    private final Map<String, Phone> phones = new LinkedHashMap<>();
    private final int fromTheStart;
    private final String crowd;
    private int made;

    Phones(SimulatorSettings settings) {
        crowd = settings.crowd();
        fromTheStart = settings.users().size();
        settings.users().forEach(this::add);
    }

    synchronized List<Phone> all() {
        return List.copyOf(phones.values());
    }

    /** A new user's phone, with an openid of the usual 28 characters. */
    synchronized Phone add(String name) {
        made++;
        String shown = name == null || name.isBlank() ? "用户 " + made : name.strip();
        String openId = "oZhengxunSimulatedPhone%05d".formatted(made);
        return put(openId, shown.substring(0, Math.min(shown.length(), LONGEST_NAME)));
    }

    /** The phone of this openid, made when it is not there yet: scripts bring openids of their own. */
    synchronized Phone of(String openId) {
        Phone known = phones.get(openId);
        if (known != null) {
            return known;
        }
        if (!OPEN_ID.matcher(openId).matches()) {
            throw new SimulatorRefusal(HttpStatus.BAD_REQUEST, "bad-openid");
        }
        return put(openId, openId.substring(Math.max(0, openId.length() - 6)));
    }

    /** Whether somebody has this openid. */
    public boolean knows(String openId) {
        return inCrowd(openId) || find(openId).isPresent();
    }

    public boolean follows(String openId) {
        return inCrowd(openId) || find(openId).map(Phone::following).orElse(false);
    }

    /** Followers without a phone, as many as one likes: for benchmarks. */
    private boolean inCrowd(String openId) {
        return openId.startsWith(crowd);
    }

    private synchronized Optional<Phone> find(String openId) {
        return Optional.ofNullable(phones.get(openId));
    }

    private Phone put(String openId, String name) {
        if (phones.size() >= MOST) {
            phones.keySet().stream().skip(fromTheStart).findFirst().ifPresent(phones::remove);
        }
        Phone phone = new Phone(openId, name);
        phones.put(openId, phone);
        return phone;
    }
}
