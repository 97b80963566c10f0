package io.zhengxun.registry.notice;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people's phones reach the pages of notices: one setting for who builds the links and who serves them.
 *
 * @param baseUrl of bot-server as seen from outside, without a slash at its end, e.g. {@code https://wx.example.cn}; empty:
 *     notices go out without a link
 * @throws IllegalArgumentException when it is neither empty nor an http or https address
 */
@ConfigurationProperties("zhengxun.public")
public record PublicAddress(String baseUrl) {

    public PublicAddress {
        baseUrl = baseUrl == null ? "" : baseUrl.strip().replaceAll("/+$", "");
        if (!baseUrl.isEmpty() && !isWebAddress(baseUrl)) {
            throw new IllegalArgumentException("zhengxun.public.base-url (PUBLIC_BASE_URL) must be empty or an http or https"
                    + " address without query and fragment, e.g. https://wx.example.cn");
        }
    }

    /** The page of a notice; it asks WeChat who is looking, so that a guessed id shows nothing. */
    public Optional<String> ofNotice(long noticeId) {
        return of("/m/notices/" + noticeId);
    }

    /** The page on which people see what is kept about them; it asks WeChat who is looking. */
    public Optional<String> ofOwnData() {
        return of("/m/own");
    }

    /** A page by its path, which begins with a slash; empty without a public address. */
    public Optional<String> of(String path) {
        return baseUrl.isEmpty() ? Optional.empty() : Optional.of(baseUrl + path);
    }

    private static boolean isWebAddress(String value) {
        try {
            URI address = URI.create(value);
            return address.getHost() != null
                    && List.of("http", "https").contains(address.getScheme())
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
