package io.zhengxun.standalone.simulator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Opens the simulator's paths, and nothing else, to everybody on this machine. */
@Configuration(proxyBeanMethods = false)
class SimulatorWeb implements WebMvcConfigurer {

    /** The page shows what the bot answered: no script, style, picture or frame from elsewhere, whatever an answer holds. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain simulatorPaths(HttpSecurity http) throws Exception {
        return http.securityMatcher("/simulator", "/simulator/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                // No session, so no cookie that a foreign page could ride on; SameOriginOnly guards the changes.
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .build();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // The platform's API is called by the bot's client, with tokens of its own.
        registry.addInterceptor(new SameOriginOnly())
                .addPathPatterns("/simulator/**")
                .excludePathPatterns("/simulator/api/**");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/simulator", "/simulator/");
        registry.addViewController("/simulator/").setViewName("forward:/simulator/index.html");
    }
}
