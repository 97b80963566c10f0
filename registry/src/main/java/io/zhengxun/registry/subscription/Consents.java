package io.zhengxun.registry.subscription;

import io.zhengxun.registry.privacy.Vault;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many messages of a kind a person still agreed to (wechat-platform 6.4): one more with each accept, one less with each
 * message that the platform accepted, none after a refusal. What is reported twice counts once.
 */
@Component
public class Consents {

    private static final String USER = "consent-user";
    private static final String SOURCE = "consent-source";
    private static final int HASHES_AT_ONCE = 500;
    /** One order for all who write several, so that none waits for the other in a circle. */
    private static final Comparator<ConsentChange> ORDER = Comparator.comparing((ConsentChange change) -> change.key().openId())
            .thenComparing(change -> change.key().channel())
            .thenComparing(change -> change.key().kind());

    private final ConsentMapper mapper;
    private final Vault vault;

    Consents(ConsentMapper mapper, Vault vault) {
        this.mapper = mapper;
        this.vault = vault;
    }

    /** How many are left for each of these; 0 where nothing is known. At the cost of one query for some hundreds. */
    public Map<ConsentKey, Integer> balances(Collection<ConsentKey> keys) {
        Map<ByteBuffer, String> openIds = new HashMap<>();
        keys.stream().map(ConsentKey::openId).distinct().forEach(openId ->
                hashes(openId).forEach(hash -> openIds.put(ByteBuffer.wrap(hash), openId)));
        Map<ConsentKey, Integer> balances = new LinkedHashMap<>();
        keys.forEach(key -> balances.put(key, 0));
        List<byte[]> hashes = openIds.keySet().stream().map(ByteBuffer::array).toList();
        for (int from = 0; from < hashes.size(); from += HASHES_AT_ONCE) {
            for (ConsentMapper.Balance found :
                    mapper.balances(hashes.subList(from, Math.min(hashes.size(), from + HASHES_AT_ONCE)))) {
                String openId = openIds.get(ByteBuffer.wrap(found.userHash()));
                balances.computeIfPresent(
                        new ConsentKey(found.channel(), found.kind(), openId), (key, n) -> n + found.balance());
            }
        }
        return balances;
    }

    public int balance(ConsentKey key) {
        return balances(List.of(key)).get(key);
    }

    /** Takes note of what happened, in the caller's transaction if there is one. What was noted before changes nothing. */
    @Transactional
    public void note(Collection<ConsentChange> changes) {
        List<ConsentChange> ordered = new ArrayList<>(changes);
        ordered.sort(ORDER);
        ordered.forEach(this::note);
    }

    private void note(ConsentChange change) {
        ConsentKey key = change.key();
        List<byte[]> hashes = hashes(key.openId());
        if (isNoted(change, hashes.get(0))) {
            return;
        }
        switch (change.cause()) {
            case GRANTED -> mapper.add(hashes.get(0), key, change.at());
            case USED -> mapper.take(hashes, key);
            case REFUSED -> {
                mapper.refuse(hashes.get(0), key, change.at());
                mapper.clear(hashes, key, change.at());
            }
        }
    }

    private boolean isNoted(ConsentChange change, byte[] userHash) {
        String source = String.join("|", change.key().channel().name(), change.key().kind().name(), change.cause().name(),
                change.key().openId(), change.source());
        return mapper.record(userHash, vault.fingerprint(SOURCE, source), change) == 0;
    }

    /** The person withdraws: nothing of it stays (PIPL 47). */
    @Transactional
    public void forget(String openId) {
        List<byte[]> hashes = hashes(openId);
        mapper.forget(hashes);
        mapper.forgetChanges(hashes);
    }

    private List<byte[]> hashes(String openId) {
        return vault.fingerprints(USER, openId);
    }
}
