package io.zhengxun.notifier.picture;

import io.zhengxun.registry.complaint.ComplaintPicture;
import io.zhengxun.registry.complaint.ComplaintPictures;
import io.zhengxun.registry.complaint.PictureContent;
import io.zhengxun.registry.complaint.WaitingPicture;
import io.zhengxun.wechat.ErrorClass;
import io.zhengxun.wechat.SentMedia;
import io.zhengxun.wechat.WeChatFailure;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fetches what holders sent with their complaints. Killed anywhere, another instance goes on when the lease is over. */
@Component
class FetchingPictures {

    private static final Logger LOG = LoggerFactory.getLogger(FetchingPictures.class);

    private final ComplaintPictures pictures;
    private final SentMedia media;
    private final PictureSettings settings;

    FetchingPictures(ComplaintPictures pictures, SentMedia media, PictureSettings settings) {
        this.pictures = pictures;
        this.media = media;
        this.settings = settings;
    }

    /** @return how many it had in hand */
    int round() {
        List<WaitingPicture> mine = pictures.claim(settings.batch(), settings.lease());
        mine.forEach(this::fetch);
        return mine.size();
    }

    private void fetch(WaitingPicture picture) {
        ComplaintPicture.State state = outcome(picture);
        if (state == ComplaintPicture.State.LOST || state == ComplaintPicture.State.UNFIT) {
            LOG.warn("Picture {} of a complaint is {}; whoever deals with the complaint sees that.", picture.id(), state);
        }
    }

    private ComplaintPicture.State outcome(WaitingPicture picture) {
        Optional<byte[]> found;
        try {
            found = media.fetch(picture.mediaId(), PictureContent.LARGEST);
        } catch (WeChatFailure e) {
            return e.error().kind() == ErrorClass.CONTENT
                    ? pictures.giveUp(picture, ComplaintPicture.State.UNFIT)
                    : pictures.tryAgain(picture, settings.pauseAfter(picture.tries() + 1));
        }
        return found.isPresent()
                ? pictures.keep(picture, found.get())
                : pictures.giveUp(picture, ComplaintPicture.State.LOST);
    }
}
