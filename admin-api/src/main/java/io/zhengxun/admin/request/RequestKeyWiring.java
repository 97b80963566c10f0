package io.zhengxun.admin.request;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.zhengxun.registry.request.RequestKey;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers have a {@link RequestKey}, and says so in the API's description. */
@Configuration(proxyBeanMethods = false)
class RequestKeyWiring implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestKeys());
    }

    @Bean
    OperationCustomizer describedRequestKeys() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(RequestKey.class);
        return (operation, method) -> {
            boolean takesKey = Arrays.stream(method.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType() == RequestKey.class);
            return takesKey ? operation.addParametersItem(header()) : operation;
        };
    }

    private static HeaderParameter header() {
        HeaderParameter header = new HeaderParameter();
        header.name(RequestKeys.HEADER)
                .required(false)
                .description("由客户端生成，1–100 个可见 ASCII 字符；7 天内以同一键重复同一请求，只执行一次，返回首次的结果")
                .schema(new StringSchema().maxLength(100));
        return header;
    }
}
