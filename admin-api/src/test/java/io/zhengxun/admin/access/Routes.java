package io.zhengxun.admin.access;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint of the API, as the framework routes requests to it. */
record Routes(List<Route> all) {

    /**
     * @param multipart whether it takes a file
     * @param produced the media type of a route that answers with a file only to whom asks for one; null for others
     */
    record Route(String method, String path, boolean multipart, MediaType produced, HandlerMethod handler) {

        /** As the table names it: {@code [file]} follows the path that takes a file, {@code [xlsx]} that of a list's sheet. */
        @Override
        public String toString() {
            return method + " " + path + (multipart ? "[file]" : "") + (produced == null ? "" : "[" + kind(produced) + "]");
        }

        private static String kind(MediaType produced) {
            return produced.getSubtype().contains("spreadsheetml") ? "xlsx" : produced.getSubtype();
        }
    }

    static Routes of(RequestMappingHandlerMapping mapping) {
        return new Routes(mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.zhengxun.admin."))
                .filter(entry -> entry.getValue().getBeanType() != UnknownPath.class)
                .flatMap(Routes::routes)
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList());
    }

    private static Stream<Route> routes(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        RequestMappingInfo info = entry.getKey();
        boolean multipart = info.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.MULTIPART_FORM_DATA);
        MediaType produced = info.getProducesCondition().getProducibleMediaTypes().stream().findFirst().orElse(null);
        return info.getPatternValues().stream()
                .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                        .map(method -> new Route(method.name(), path, multipart, produced, entry.getValue())));
    }
}
