package io.zhengxun.standalone.simulator.chat;

import io.zhengxun.standalone.simulator.SimulatorRefusal;
import io.zhengxun.standalone.simulator.SimulatorSettings;
import io.zhengxun.standalone.simulator.SimulatorSettings.User;
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

    private static final Pattern OPEN_ID = Pattern.compile("[A-Za-z0-9_-]{6,60}");
    private static final String MINI = "oMini";
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

    /** The openid of the n-th phone that the simulator made itself, from 1: the first ones are those of the settings. */
    public static String openId(int number) {
        return "oZhengxunSimulatedPhone%05d".formatted(number);
    }

    /** One person has another openid with each account. */
    static String miniOpenId(String openId) {
        return MINI + openId.substring(1);
    }

    synchronized List<Phone> all() {
        return List.copyOf(phones.values());
    }

    /** A new user's phone, with an openid of the usual 28 characters. */
    synchronized Phone add(User user) {
        do {
            made++;
        } while (phones.containsKey(openId(made)));
        String shown = user.name().isBlank() ? "用户 " + made : user.name().strip();
        String name = shown.substring(0, Math.min(shown.length(), LONGEST_NAME));
        return put(openId(made), new User(name, user.role(), user.following()));
    }

    /** The phone of this openid, made when it is not there yet: scripts bring openids of their own. */
    public synchronized Phone of(String openId) {
        Phone known = phones.get(openId);
        if (known != null) {
            return known;
        }
        if (!OPEN_ID.matcher(openId).matches()) {
            throw new SimulatorRefusal(HttpStatus.BAD_REQUEST, "bad-openid");
        }
        return put(openId, new User(openId.substring(Math.max(0, openId.length() - 6)), "", false));
    }

    /** Somebody who follows the account already, since before the simulator was started: nobody is told so again. */
    public synchronized void follower(String openId, String name) {
        if (!phones.containsKey(openId)) {
            put(openId, new User(name, "", true));
        }
        phones.get(openId).follow(true);
    }

    /** The phone of this openid, if there is one. */
    public synchronized Optional<Phone> find(String openId) {
        return Optional.ofNullable(phones.get(openId));
    }

    /** The phone of the person whom the mini-program knows by this openid. */
    public Optional<Phone> findMini(String openId) {
        return openId.startsWith(MINI) ? find("o" + openId.substring(MINI.length())) : Optional.empty();
    }

    /** Whether it is one of the followers without a phone, of whom there are as many as one likes. */
    public boolean inCrowd(String openId) {
        return openId.startsWith(crowd) || openId.startsWith(miniOpenId(crowd));
    }

    private Phone put(String openId, User user) {
        if (phones.size() >= MOST) {
            phones.keySet().stream().skip(fromTheStart).findFirst().ifPresent(phones::remove);
        }
        Phone phone = new Phone(openId, user);
        phones.put(openId, phone);
        return phone;
    }
}
