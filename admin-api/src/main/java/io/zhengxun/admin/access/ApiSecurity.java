package io.zhengxun.admin.account;

import io.zhengxun.admin.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Every path of the API needs an account, but for the deadline calculator. Basic authentication on each request, no
 * session and no cookie, hence no CSRF token; since a browser adds the Basic credentials that it remembers to a foreign
 * page's form as well, what it says to come from another site is refused. Verifying a password costs some 70 ms of one
 * core by intent (bcrypt).
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    static final String SUBMISSIONS = "/api/submissions";
    static final String SHEETS = "/api/uploads/{number}/sheet";
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");
    private static final String UPLOADER = Scope.Kind.INSTITUTION.name();

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ProblemWriter problems, AccountSettings settings) throws Exception {
        return stateless(http.securityMatcher("/api/**"), problems)
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/deadlines/calculate").permitAll()
                        .requestMatchers(ApiSecurity::isOfAnotherSite).denyAll()
                        .requestMatchers(HttpMethod.POST, SUBMISSIONS).hasRole(UPLOADER)
                        .anyRequest().authenticated())
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

    /** All current browsers tell where a request comes from; other clients do not, and nobody can borrow theirs. */
    private static boolean isOfAnotherSite(HttpServletRequest request) {
        return OTHER_SITES.contains(String.valueOf(request.getHeader("Sec-Fetch-Site")))
                && !request.getMethod().equals(HttpMethod.GET.name());
    }

    private static HttpSecurity stateless(HttpSecurity http, ProblemWriter problems) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, e) -> {
                    response.setHeader("WWW-Authenticate", "Basic realm=\"zhengxun\", charset=\"UTF-8\"");
                    problems.write(response, HttpStatus.UNAUTHORIZED, "unauthenticated");
                }))
                .exceptionHandling(handling -> handling.accessDeniedHandler(
                        (request, response, e) -> problems.write(response, HttpStatus.FORBIDDEN, "forbidden")));
    }
}
