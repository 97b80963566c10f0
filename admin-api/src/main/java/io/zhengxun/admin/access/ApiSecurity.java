package io.zhengxun.admin.access;

import io.zhengxun.admin.problem.ProblemWriter;
import io.zhengxun.admin.session.Sessions;
import io.zhengxun.registry.account.Accounts;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * The chain before the API: the {@link Doorkeeper} recognises who comes, the {@link FileSeats} are given out, and the
 * {@link Gate} in front of the controllers decides. The sessions are our own ({@link Sessions}); the container's and
 * Spring's CSRF tokens, which need one, are not used.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    static final String EXPORTS = "/api/ministry-exports";
    static final String SHEETS = "/api/uploads/{number}/sheet";

    /** There are no accounts in Spring's sense: without this, Boot would invent one and log its password. */
    @Bean
    AuthenticationManager noAccountsOfSprings() {
        return authentication -> {
            throw new BadCredentialsException("Log in by POST /api/sessions.");
        };
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            ProblemWriter problems,
            AccessSettings settings,
            Sessions sessions,
            Accounts accounts,
            IdentityPlatform platform)
            throws Exception {
        return stateless(http.securityMatcher("/api/**"), problems)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new SmallBodies(problems), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new Doorkeeper(sessions, accounts, platform), AnonymousAuthenticationFilter.class)
                // Before the body is read: an upload waits in memory.
                .addFilterAfter(new FileSeats(settings.filesAtOnce(), problems), AuthorizationFilter.class)
                .build();
    }

    /** Where this application runs alone; in one JVM with others their paths are their own. */
    @Bean
    @Order(2)
    @ConditionalOnProperty(name = "zhengxun.admin.guard-all-paths", matchIfMissing = true)
    SecurityFilterChain everythingElse(HttpSecurity http, ProblemWriter problems) throws Exception {
        return stateless(http, problems)
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers("/actuator/health/**", "/actuator/health").permitAll()
                        .requestMatchers("/swagger-ui.html", "/swagger-ui/**", "/v3/api-docs/**").permitAll()
                        .anyRequest().denyAll())
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http, ProblemWriter problems) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint((request, response, e) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"zhengxun\"");
                            problems.write(response, HttpStatus.UNAUTHORIZED, "unauthenticated");
                        })
                        .accessDeniedHandler((request, response, e) ->
                                problems.write(response, HttpStatus.FORBIDDEN, "forbidden")));
    }
}
