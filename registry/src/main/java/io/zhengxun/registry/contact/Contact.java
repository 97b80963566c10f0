package io.zhengxun.registry.contact;

import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.Actor;
import io.zhengxun.registry.notice.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A person who is told on behalf of an institution or of a centre.
 *
 * @param institutionId null for a centre's
 * @param regionCode the institution's region, or the centre's own: a city's code or the province's
 * @param username of the person's account; null if there is none
 * @param channels in the order in which they are tried
 * @param boundAt when the person confirmed; null before
 * @param unfollowedAt since when the person no longer follows the account; null while following
 */
public record Contact(
        long id,
        Long institutionId,
        String regionCode,
        String username,
        String name,
        Set<Duty> duties,
        List<Channel> channels,
        Addresses addresses,
        State state,
        Instant boundAt,
        Instant unfollowedAt,
        Instant endedAt,
        Long replacesId,
        int version) {

    public enum State {
        /** Known, not bound to WeChat. */
        INVITED,
        BOUND,
        ENDED
    }

    public boolean isLasting() {
        return state != State.ENDED;
    }

    public boolean isCentres() {
        return institutionId == null;
    }

    /** As far as WeChat told; of one that is not bound nothing is known. */
    public boolean isFollowing() {
        return state == State.BOUND && unfollowedAt == null;
    }

    Owner owner() {
        return new Owner(institutionId, regionCode);
    }

    public boolean isIn(Scope scope) {
        return owner().isIn(scope);
    }

    /** Whether a person of staff may change, invite and end it, and see its addresses in clear. */
    public boolean isKeptBy(Staff staff) {
        return owner().isKeptBy(staff);
    }

    /** The person who acts without an account, as the trail names them (W4). */
    public Actor actor(String address) {
        return new Actor("contact:" + id, name, "CONTACT", address);
    }

    /** Those of the person's channels for which there is an address; whether it is followed or consented shows later. */
    public List<Channel> reachableBy() {
        List<Channel> reachable = new ArrayList<>(channels);
        reachable.removeIf(channel -> !addresses.has(channel));
        return List.copyOf(reachable);
    }

    /** Those of the person's channels for which there is no address. */
    public List<Channel> unreachableBy() {
        return channels.stream().filter(channel -> !addresses.has(channel)).toList();
    }

    @Override
    public String toString() {
        return "Contact[" + id + ", " + state + "]";
    }
}
