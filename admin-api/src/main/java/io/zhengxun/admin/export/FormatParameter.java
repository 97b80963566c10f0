package io.zhengxun.admin.export;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** {@code ?format=xlsx} asks for the same as an {@code Accept} header: a link can be clicked, a header cannot. */
@Configuration(proxyBeanMethods = false)
class FormatParameter implements WebMvcConfigurer {

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation
                .favorParameter(true)
                .parameterName("format")
                .mediaType("xlsx", MediaType.valueOf(ListSheets.XLSX))
                .mediaType("json", MediaType.APPLICATION_JSON);
    }
}
