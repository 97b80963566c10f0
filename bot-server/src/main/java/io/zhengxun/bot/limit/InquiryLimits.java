package io.zhengxun.bot.limit;

import io.zhengxun.bot.redis.RedisGate;
import io.zhengxun.wechat.OpenId;
import io.zhengxun.registry.privacy.Vault;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How often a user may ask, and how often an identity may be asked for, over all instances; wrong guesses lock both for growing
 * times (Q5). While Redis is away each instance counts for itself, with half of every limit, never with none.
 */
@Component
public class InquiryLimits {

    private final RedisGate gate;
    private final SharedLimits shared;
    private final LocalLimits local;
    private final Vault vault;

    InquiryLimits(RedisGate gate, SharedLimits shared, LocalLimits local, Vault vault) {
        this.gate = gate;
        this.shared = shared;
        this.local = local;
        this.vault = vault;
    }

    /**
     * Asks for one query and counts it, whatever comes of it.
     *
     * @param targets keyed fingerprints (hexadecimal) of the certificate and ID numbers asked for; not of names alone, which many
     *     people share
     */
    public Permit permit(OpenId user, List<String> targets) {
        String id = fingerprint(user);
        return gate.ask(() -> shared.permit(id, targets)).orElseGet(() -> local.permit(id, targets));
    }

    /** Notes that a permitted query matched nothing. */
    public void mismatched(OpenId user, List<String> targets) {
        String id = fingerprint(user);
        gate.ask(() -> shared.mismatched(id, targets)).orElseGet(() -> local.mismatched(id, targets));
    }

    /**
     * Notes that a permitted query found its certificate. This user's earlier mismatches at the same targets were typing errors
     * and are forgiven; those at other targets stay, or a guesser could clear them with a certificate of one's own.
     */
    public void matched(OpenId user, List<String> targets) {
        String id = fingerprint(user);
        gate.ask(() -> shared.matched(id, targets)).orElseGet(() -> local.matched(id, targets));
    }

    private String fingerprint(OpenId user) {
        return HexFormat.of().formatHex(vault.fingerprint("limit-user", user.value()));
    }
}
