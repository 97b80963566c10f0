package io.zhengxun.bot.page;

import io.zhengxun.registry.notice.PublicAddress;
import io.zhengxun.registry.privacy.SealBroken;
import io.zhengxun.registry.privacy.Vault;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Values that a browser keeps for a while and can neither read nor change: all instances open them, none stores them, and none
 * knows more than the browser brings. A value opens under its own name only.
 */
@Component
class SealedCookie {

    private static final String SEPARATOR = "|";
    /** Longer than all that we make. */
    private static final int LONGEST = 1024;

    private final Vault vault;
    private final Clock clock;
    private final boolean secure;
    private final String root;

    SealedCookie(PublicAddress address, Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
        this.secure = address.baseUrl().startsWith("https:");
        this.root = address.baseUrl().isEmpty() ? "" : URI.create(address.baseUrl()).getPath();
    }

    /** @param path below the public address; the browser sends it nowhere else */
    ResponseCookie make(String name, String path, Duration kept, List<String> values) {
        String expiry = String.valueOf(clock.instant().plus(kept).getEpochSecond());
        String plain = name + SEPARATOR + expiry + SEPARATOR + String.join(SEPARATOR, values);
        return cookie(name, path, Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(plain)), kept);
    }

    ResponseCookie remove(String name, String path) {
        return cookie(name, path, "", Duration.ZERO);
    }

    /** The values, unless they are too old, or not ours. */
    Optional<List<String>> read(String name, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name) && cookie.getValue().length() <= LONGEST)
                .map(cookie -> opened(name, cookie.getValue()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<List<String>> opened(String name, String sealed) {
        try {
            List<String> parts = List.of(vault.open(Base64.getUrlDecoder().decode(sealed)).split("\\|", -1));
            boolean valid = parts.size() > 2
                    && parts.get(0).equals(name)
                    && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts.get(1))));
            return valid ? Optional.of(parts.subList(2, parts.size())) : Optional.empty();
        } catch (SealBroken | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private ResponseCookie cookie(String name, String path, String value, Duration kept) {
        return ResponseCookie.from(name, value)
                .path(root + path)
                .maxAge(kept)
                .httpOnly(true)
                .secure(secure)
                // Sent when WeChat leads back, and not with a form of another site.
                .sameSite("Lax")
                .build();
    }
}
