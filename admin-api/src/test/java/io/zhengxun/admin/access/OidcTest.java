package io.zhengxun.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.registry.account.Account;
import io.zhengxun.registry.account.AccountChange;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tokens of a province's identity platform, which is played by a key of our own and a server on the loopback address. */
class OidcTest extends AdminApiTest {

    private static final String ISSUER = "https://identity.example";
    private static final String AUDIENCE = "zhengxun";
    private static final String SUBJECT = "4f1d2c0e-person";
    private static final RSAKey KEY = key("platform");
    private static final HttpServer PLATFORM = platform();
    private static final Staff ADMINISTRATOR =
            new Staff("admin", "测试员", Role.ADMINISTRATOR, Scope.ofProvince(), "127.0.0.1");

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry properties) {
        properties.add("zhengxun.admin.oidc.issuer-uri", () -> ISSUER);
        properties.add("zhengxun.admin.oidc.audience", () -> AUDIENCE);
        properties.add(
                "zhengxun.admin.oidc.jwk-set-uri",
                () -> "http://127.0.0.1:" + PLATFORM.getAddress().getPort() + "/jwks");
    }

    @BeforeEach
    void an_account_that_the_platform_knows() {
        if (accounts.find("known").isEmpty()) {
            open("known", Role.CITY_LEAD, Scope.ofCity("440100"));
            change(SUBJECT);
        }
    }

    private void change(String subject) {
        Account account = accounts.find("known").orElseThrow();
        keeping.change(
                "known",
                new AccountChange(account.name(), account.role(), account.scope(), subject, account.version()),
                ADMINISTRATOR);
    }

    @AfterAll
    static void the_platform_stops() {
        PLATFORM.stop(0);
    }

    @Test
    void the_person_whom_the_platform_knows_works_with_the_own_role() {
        Answer me = as(token(claims -> claims), "/api/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().path("username").asString()).isEqualTo("known");
        assertThat(as(token(claims -> claims), "/api/submissions").status()).isEqualTo(200);
        assertThat(as(token(claims -> claims), "/api/accounts").status()).isEqualTo(403);
    }

    @Test
    void a_token_that_is_not_for_us_or_not_in_time_lets_nobody_in() {
        Instant past = NOW.minusSeconds(3600);
        List<UnaryOperator<JWTClaimsSet.Builder>> wrongs = List.of(
                claims -> claims.issuer("https://another.example"),
                claims -> claims.audience("another"),
                claims -> claims.audience((String) null),
                claims -> claims.subject("nobody"),
                claims -> claims.subject(null),
                claims -> claims.expirationTime(Date.from(past)),
                claims -> claims.expirationTime(null),
                claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(3600))));
        for (UnaryOperator<JWTClaimsSet.Builder> wrong : wrongs) {
            assertThat(as(token(wrong), "/api/me").status()).as("wrong claim %d", wrongs.indexOf(wrong)).isEqualTo(401);
        }
    }

    @Test
    void only_the_platforms_own_key_signs() throws JOSEException {
        JWTClaimsSet claims = claims().build();
        assertThat(as(signed(key("platform"), claims), "/api/me").status()).isEqualTo(401);
        assertThat(as(signed(key("another"), claims), "/api/me").status()).isEqualTo(401);
        assertThat(as(new PlainJWT(claims).serialize(), "/api/me").status()).isEqualTo(401);
        // The public key, taken for a shared secret.
        SignedJWT shared = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("platform").build(), claims);
        shared.sign(new MACSigner(KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        assertThat(as(shared.serialize(), "/api/me").status()).isEqualTo(401);
        assertThat(as("a.b.c", "/api/me").status()).isEqualTo(401);
    }

    @Test
    void a_disabled_account_is_closed_to_the_platform_as_well() {
        keeping.disable("known", ADMINISTRATOR);
        assertThat(as(token(claims -> claims), "/api/me").status()).isEqualTo(401);
        keeping.enable("known", ADMINISTRATOR);
        assertThat(as(token(claims -> claims), "/api/me").status()).isEqualTo(200);
    }

    @Test
    void who_is_no_longer_bound_to_the_platform_is_not_recognised() {
        change(null);
        assertThat(as(token(claims -> claims), "/api/me").status()).isEqualTo(401);
        change(SUBJECT);
    }

    private Answer as(String token, String path) {
        return as("").send(as("").request(path).header("Authorization", "Bearer " + token).GET());
    }

    static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(KEY, change.apply(claims()).build());
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(SUBJECT)
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(600)));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .type(new JOSEObjectType("at+jwt"))
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer platform() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/jwks", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
