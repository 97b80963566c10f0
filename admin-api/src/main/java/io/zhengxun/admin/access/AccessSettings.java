package io.zhengxun.admin.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the API at once, and by which identity platform.
 *
 * @param filesAtOnce how many uploads and annotated sheets are worked on at the same time
 * @param oidc the identity platform whose tokens are accepted; null for none
 */
@ConfigurationProperties("zhengxun.admin")
public record AccessSettings(@DefaultValue("2") int filesAtOnce, Oidc oidc) {

    /**
     * A province's identity platform (OpenID Connect).
     *
     * @param issuerUri as its tokens name it
     * @param jwkSetUri where its keys are; unset, the issuer is asked
     * @param audience what its tokens for this system name as their audience
     */
    public record Oidc(String issuerUri, String jwkSetUri, String audience) {

        public Oidc {
            if (issuerUri == null || issuerUri.isBlank() || audience == null || audience.isBlank()) {
                throw new IllegalArgumentException("zhengxun.admin.oidc needs issuer-uri and audience.");
            }
        }
    }
}
