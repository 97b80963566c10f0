package io.zhengxun.admin.access;

import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.account.Accounts;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/** Recognises whom a province's identity platform knows, by its signed tokens; their subject is the account's external id. */
@Component
class IdentityPlatform {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** Signatures by a key that only the platform has; no shared secrets, no unsigned tokens. */
    private static final Set<SignatureAlgorithm> ALGORITHMS =
            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

    private final Optional<JwtDecoder> decoder;
    private final Accounts accounts;

    IdentityPlatform(AccessSettings settings, Accounts accounts, Clock clock) {
        this.accounts = accounts;
        // Asked when the first token comes: the platform may start after us.
        this.decoder =
                Optional.ofNullable(settings.oidc()).map(oidc -> new SupplierJwtDecoder(() -> decoder(oidc, clock)));
    }

    private static JwtDecoder decoder(AccessSettings.Oidc oidc, Clock clock) {
        NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder builder = oidc.jwkSetUri() == null
                ? NimbusJwtDecoder.withIssuerLocation(oidc.issuerUri())
                : NimbusJwtDecoder.withJwkSetUri(oidc.jwkSetUri());
        NimbusJwtDecoder nimbus = builder.jwsAlgorithms(algorithms -> {
                    algorithms.clear();
                    algorithms.addAll(ALGORITHMS);
                })
                // Access tokens say at+jwt (RFC 9068), others JWT.
                .validateType(false)
                .restOperations(patient())
                .build();
        nimbus.setJwtValidator(validator(oidc, clock));
        return nimbus;
    }

    private static OAuth2TokenValidator<Jwt> validator(AccessSettings.Oidc oidc, Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                times, new JwtIssuerValidator(oidc.issuerUri()), new JwtAudienceValidator(oidc.audience()));
    }

    private static RestTemplate patient() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        return new RestTemplate(requests);
    }

    /**
     * The account of a token's subject; empty if the token is not valid or nobody has that subject.
     *
     * @throws IdentityPlatformAway if its keys cannot be had
     */
    Optional<Account> recognise(String token) {
        return decoder.flatMap(known -> subject(known, token)).flatMap(accounts::usableByExternalId);
    }

    private static Optional<String> subject(JwtDecoder decoder, String token) {
        try {
            return Optional.ofNullable(decoder.decode(token).getSubject());
        } catch (BadJwtException e) {
            return Optional.empty();
        } catch (JwtException | JwtDecoderInitializationException e) {
            throw new IdentityPlatformAway(e);
        }
    }
}
