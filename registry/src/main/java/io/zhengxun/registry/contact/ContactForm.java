package io.zhengxun.registry.contact;

import io.zhengxun.registry.notice.Channel;
import java.util.List;
import java.util.Set;

/**
 * What somebody wrote of a contact: nothing is checked yet.
 *
 * @param channels in the order in which they are to be tried; null or empty for all, WeChat's first
 * @param email null or empty for none
 * @param mobile null or empty for none
 * @param username of the person's account; null or empty for none, which only an institution's contact may have
 */
public record ContactForm(
        String name, Set<Duty> duties, List<Channel> channels, String email, String mobile, String username) {

    /** Nothing of it: it may get into a log. */
    @Override
    public String toString() {
        return "ContactForm";
    }
}
