package io.zhengxun.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.admin.access.AuthorisationTable.Line;
import io.zhengxun.admin.access.Routes.Route;
import io.zhengxun.admin.submission.InventedRows;
import io.zhengxun.registry.account.Role;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Numbers and codes are ASCII, and their columns too: text of another alphabet in their place is a person's mistake, and
 * never the server's failure. The places are read from the framework's routes.
 */
class ForeignTextTest extends AdminApiTest {

    private static final String TYPED = URLEncoder.encode("中文🙂", StandardCharsets.UTF_8);

    private static final Map<Role, String> READERS = Map.of(
            Role.INSTITUTION_DATA_MANAGER, "own",
            Role.CITY_DATA_MANAGER, "city",
            Role.PROVINCE_LEAD, "province-lead",
            Role.ADMINISTRATOR, "admin");

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @TestFactory
    Stream<DynamicTest> in_any_place_of_a_question_it_is_no_failure() {
        Map<String, Line> lines = new HashMap<>();
        AuthorisationTable.read().lines().forEach(line -> lines.put(line.route(), line));
        return Routes.of(requestMappingHandlerMapping).all().stream()
                .filter(route -> route.method().equals("GET"))
                .flatMap(route -> READERS.entrySet().stream()
                        .filter(reader -> lines.get(route.toString()).allowed().contains(reader.getKey()))
                        .flatMap(reader -> questions(route).map(question -> dynamicTest(
                                route + " " + question + " as " + reader.getValue(),
                                () -> answeredWithoutFailure(route, question, reader.getValue())))));
    }

    private void answeredWithoutFailure(Route route, String question, String reader) {
        HttpRequest.Builder request = as(reader).request(question).GET();
        if (route.produced() != null) {
            request.header("Accept", route.produced().toString());
        }
        Answer answer = as(reader).send(request);
        assertThat(answer.status()).as(answer.text()).isLessThan(500);
    }

    /** The path with foreign text for its variables, or else with each of its parameters. */
    private static Stream<String> questions(Route route) {
        String path = route.path().replaceAll("\\{[^}]+}", TYPED);
        Stream<String> asked = parameters(route).stream().map(name -> path + "?" + name + "=" + TYPED);
        return Stream.concat(Stream.of(path), asked);
    }

    private static List<String> parameters(Route route) {
        List<String> names = new ArrayList<>();
        for (MethodParameter parameter : route.handler().getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                names.add(parameter.getParameterName());
            } else if (parameter.hasParameterAnnotation(ParameterObject.class)) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            }
        }
        return names;
    }

    @Test
    void a_log_in_with_it_is_refused_like_any_other() {
        Answer answer = as("").post("/api/sessions", Map.of("username", "管理员🙂", "password", "Test-pass-2026!"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.json().path("code").asString()).isEqualTo("log-in-refused");
    }

    @Test
    void among_many_batches_it_stands_in_nobodys_way() {
        String number = underReview(20, 2);
        Answer answer = as("city").post("/api/submissions/acts", Map.of("act", "APPROVE", "batches", List.of(
                Map.of("number", "中文🙂", "version", 2), Map.of("number", number, "version", 2))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/items/0/code").asString()).isEqualTo("absent");
        assertThat(answer.json().at("/items/1/number").asString()).isEqualTo(number);
        assertThat(answer.json().at("/items/1/code").asString("")).isNotEqualTo("absent");
    }

    @Test
    void in_a_form_it_is_no_failure() {
        String foreign = "中文🙂";
        assertThat(Stream.of(
                        as("province-lead").put("/api/return-reasons/" + TYPED, Map.of("wording", "照片不清晰", "active", true, "version", 0)),
                        as("province").post("/api/ministry-exports", Map.of(
                                "batches", List.of(Map.of("number", foreign, "version", 1)))),
                        as("province-lead").post("/api/data-managers", Map.of(
                                "username", foreign, "since", "2026-11-02", "post", "科员", "publicContact", "000-00000000")),
                        as("admin").post("/api/accounts", Map.of(
                                "username", "foreign-text", "name", "测试员", "role", "INSTITUTION_DATA_MANAGER",
                                "institution", foreign)),
                        as("own").handIn(InventedRows.csv(1, 1, ISSUED), TYPED)))
                .extracting(Answer::status)
                .containsExactly(404, 404, 422, 422, 404);
    }
}
