package io.zhengxun.bot.limit;

import io.zhengxun.bot.wechat.OpenId;
import java.util.List;
import org.springframework.stereotype.Component;

/** How often a user may ask, and how often an identity may be asked for, over all instances (Q5). */
@Component
public class InquiryLimits {

    /**
     * Asks for one query and counts it, whatever comes of it.
     *
     * @param targets keyed fingerprints of the identity asked for, never the values themselves
     */
    public Permit permit(OpenId user, List<String> targets) {
        return Permit.ALLOWED;
    }

    /** Notes that a permitted query matched nothing. */
    public void mismatched(OpenId user, List<String> targets) {
    }

    /** Notes that a permitted query found its certificate: this user's earlier misses at these targets are forgiven. */
    public void matched(OpenId user, List<String> targets) {
    }
}
