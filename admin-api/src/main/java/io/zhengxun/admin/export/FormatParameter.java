package io.zhengxun.admin.export;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * {@code ?format=xlsx} asks for the same as an {@code Accept} header: a link can be clicked, a header cannot. Other
 * formats are left to the list, which says what there is.
 */
@Configuration(proxyBeanMethods = false)
class FormatParameter implements WebMvcConfigurer {

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(FormatParameter::asked, new HeaderContentNegotiationStrategy()));
    }

    private static List<MediaType> asked(NativeWebRequest request) {
        String format = request.getParameter("format");
        if ("xlsx".equals(format)) {
            return List.of(MediaType.valueOf(ListSheets.XLSX));
        }
        return "json".equals(format)
                ? List.of(MediaType.APPLICATION_JSON)
                : ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST;
    }
}
