package io.zhengxun.admin.access;

import io.swagger.v3.oas.annotations.Hidden;
import io.zhengxun.admin.account.AnyStaff;
import io.zhengxun.admin.problem.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What no other controller answers under the API's root is not found, and answered like every other problem. Of a path
 * that there is, the answer says what would be right.
 */
@RestController
@Hidden
class UnknownPath {

    private final RequestMappingHandlerMapping routes;

    UnknownPath(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @RequestMapping("/api/**")
    @AnyStaff
    void refuse(HttpServletRequest request)
            throws HttpRequestMethodNotSupportedException, HttpMediaTypeNotSupportedException,
                    HttpMediaTypeNotAcceptableException {
        List<RequestMappingInfo> here = routesOf(request);
        if (here.isEmpty()) {
            throw new NotFound();
        }
        List<RequestMappingInfo> ofMethod = here.stream()
                .filter(route -> route.getMethodsCondition().getMatchingCondition(request) != null)
                .toList();
        if (ofMethod.isEmpty()) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), methods(here));
        }
        if (ofMethod.stream().allMatch(route -> route.getConsumesCondition().getMatchingCondition(request) == null)) {
            throw new HttpMediaTypeNotSupportedException((MediaType) null, consumed(ofMethod));
        }
        throw new HttpMediaTypeNotAcceptableException("The path answers in other types.");
    }

    private List<RequestMappingInfo> routesOf(HttpServletRequest request) {
        return routes.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType() != UnknownPath.class)
                .map(route -> route.getKey())
                .filter(route -> route.getPathPatternsCondition() != null
                        && route.getPathPatternsCondition().getMatchingCondition(request) != null)
                .toList();
    }

    private static Set<String> methods(List<RequestMappingInfo> routes) {
        return routes.stream()
                .flatMap(route -> route.getMethodsCondition().getMethods().stream())
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<MediaType> consumed(List<RequestMappingInfo> routes) {
        return routes.stream()
                .flatMap(route -> route.getConsumesCondition().getConsumableMediaTypes().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
