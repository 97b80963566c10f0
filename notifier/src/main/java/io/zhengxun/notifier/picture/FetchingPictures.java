package io.zhengxun.notifier.picture;

import io.zhengxun.registry.complaint.ComplaintPicture;
import io.zhengxun.registry.complaint.ComplaintPictures;
import io.zhengxun.registry.complaint.PictureContent;
import io.zhengxun.registry.complaint.WaitingPicture;
import io.zhengxun.wechat.ApiError;
import io.zhengxun.wechat.ErrorClass;
import io.zhengxun.wechat.Media;
import io.zhengxun.wechat.WeChatFailure;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fetches what holders sent with their complaints. Killed anywhere, another instance goes on when the lease is over. */
@Component
class FetchingPictures {

    private static final Logger LOG = LoggerFactory.getLogger(FetchingPictures.class);
    /** Invalid media id: it never was one of the account's, or the three days are over. */
    private static final String GONE = "40007";

    private final ComplaintPictures pictures;
    private final Media media;
    private final PictureSettings settings;

    FetchingPictures(ComplaintPictures pictures, Media media, PictureSettings settings) {
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
        byte[] content;
        try {
            content = media.picture(picture.mediaId(), PictureContent.LARGEST).content();
        } catch (WeChatFailure e) {
            return failed(picture, e.error());
        }
        return pictures.keep(picture, content);
    }

    private ComplaintPicture.State failed(WaitingPicture picture, ApiError error) {
        if (error.kind() != ErrorClass.CONTENT) {
            return pictures.tryAgain(picture, settings.pauseAfter(picture.tries() + 1));
        }
        return pictures.giveUp(
                picture, error.code().equals(GONE) ? ComplaintPicture.State.LOST : ComplaintPicture.State.UNFIT);
    }
}
