package io.zhengxun.admin.access;

import io.zhengxun.admin.problem.ProblemWriter;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the gate before every controller. */
@Configuration(proxyBeanMethods = false)
class GateWiring implements WebMvcConfigurer {

    private final ProblemWriter problems;

    GateWiring(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Gate(problems));
    }
}
