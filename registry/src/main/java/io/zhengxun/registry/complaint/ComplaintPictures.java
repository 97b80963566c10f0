package io.zhengxun.registry.complaint;

import io.zhengxun.registry.privacy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pictures of complaints: noted with the filing, fetched by a worker of whatever instance, kept sealed. Each method is a
 * short transaction; nobody holds one while the platform is asked.
 */
@Component
public class ComplaintPictures {

    /** So long the platform keeps what a person sent (wechat-platform, temporary media). */
    public static final Duration KEPT_BY_PLATFORM = Duration.ofDays(3);

    private final ComplaintPictureMapper mapper;
    private final Vault vault;
    private final Clock clock;

    ComplaintPictures(ComplaintPictureMapper mapper, Vault vault, Clock clock) {
        this.mapper = mapper;
        this.vault = vault;
        this.clock = clock;
    }

    void note(long complaintId, List<String> mediaIds, Instant at) {
        for (int i = 0; i < mediaIds.size(); i++) {
            mapper.insert(complaintId, i + 1, vault.seal(mediaIds.get(i)), at);
        }
    }

    List<ComplaintPicture> of(long complaintId) {
        return mapper.of(complaintId);
    }

    /** Empty if it is not kept. */
    Optional<PictureContent> content(long complaintId, int position) {
        return Optional.ofNullable(mapper.content(complaintId, position))
                .map(found -> new PictureContent(found.contentType(), vault.openBytes(found.sealed())));
    }

    /** Takes some that are due; nobody else gets them within the lease, and afterwards somebody does. */
    public List<WaitingPicture> claim(int limit, Duration lease) {
        Instant now = now();
        List<WaitingPicture> claimed = new ArrayList<>();
        for (ComplaintPictureMapper.Due due : mapper.due(now, limit)) {
            Instant until = now.plus(lease);
            if (mapper.claim(due, until) == 1) {
                claimed.add(new WaitingPicture(
                        due.id(), vault.open(due.mediaSealed()), due.filedAt(), due.tries(), until));
            }
        }
        return claimed;
    }

    /**
     * Keeps what was fetched, unless the person was forgotten meanwhile. What is no picture by its content, or larger than
     * {@link PictureContent#LARGEST}, is not kept.
     *
     * @return what became of it
     */
    @Transactional
    public ComplaintPicture.State keep(WaitingPicture mine, byte[] content) {
        Optional<PictureType> type = content.length <= PictureContent.LARGEST ? PictureType.of(content) : Optional.empty();
        if (type.isEmpty()) {
            return giveUp(mine, ComplaintPicture.State.UNFIT);
        }
        if (mapper.end(mine, ComplaintPicture.State.KEPT, type.get()) == 1) {
            mapper.insertContent(mine.id(), vault.seal(content));
        }
        return ComplaintPicture.State.KEPT;
    }

    /** It will not come. */
    public ComplaintPicture.State giveUp(WaitingPicture mine, ComplaintPicture.State state) {
        mapper.end(mine, state, null);
        return state;
    }

    /** It is tried again after that time; given up once the platform has it no more. */
    public ComplaintPicture.State tryAgain(WaitingPicture mine, Duration after) {
        Instant next = now().plus(after);
        if (next.isAfter(mine.filedAt().plus(KEPT_BY_PLATFORM))) {
            return giveUp(mine, ComplaintPicture.State.LOST);
        }
        mapper.postpone(mine, next);
        return ComplaintPicture.State.WAITING;
    }

    void forget(Collection<Long> complaintIds) {
        if (!complaintIds.isEmpty()) {
            mapper.deleteOf(complaintIds);
        }
    }

    /** As exact as the columns are. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
