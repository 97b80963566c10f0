package io.zhengxun.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.zhengxun.admin.AdminApi;
import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.admin.access.AuthorisationTable.Foreign;
import io.zhengxun.admin.access.AuthorisationTable.Line;
import io.zhengxun.admin.access.Routes.Route;
import io.zhengxun.admin.account.Allowed;
import io.zhengxun.admin.account.AnyStaff;
import io.zhengxun.admin.account.Open;
import io.zhengxun.admin.complaint.ComplaintCases;
import io.zhengxun.admin.notice.NoticeCases;
import io.zhengxun.admin.submission.InventedRows;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint × every role × own and foreign scope, against {@code authorisation.txt}. The endpoints are read from the
 * framework's routes: a new one without a line, or a line without an endpoint, fails.
 */
class AuthorisationMatrixTest extends AdminApiTest {

    private static final Map<Role, String> OWN = Map.of(
            Role.INSTITUTION_DATA_MANAGER, "own",
            Role.CITY_DATA_MANAGER, "city",
            Role.CITY_LEAD, "city-lead",
            Role.PROVINCE_REVIEWER, "province",
            Role.PROVINCE_LEAD, "province-lead",
            Role.AUDITOR, "auditor",
            Role.ADMINISTRATOR, "admin");

    /** Who has the role, but elsewhere; the province sees everything. */
    private static final Map<Role, String> FOREIGN = Map.of(
            Role.INSTITUTION_DATA_MANAGER, "other",
            Role.CITY_DATA_MANAGER, "elsewhere",
            Role.CITY_LEAD, "elsewhere-lead");

    private static final String TARGET = "matrix-target";

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private final AuthorisationTable table = AuthorisationTable.read();
    private PathFixtures fixtures;
    private Routes routes;

    @BeforeEach
    void something_stands_for_every_variable() {
        routes = Routes.of(requestMappingHandlerMapping);
        if (accounts.find(TARGET).isEmpty()) {
            open(TARGET, Role.AUDITOR, Scope.ofProvince());
        }
        NoticeCases notices = NoticeCases.of(beans);
        notices.clear();
        String issuance = issued(2, ISSUED);
        Answer stored = as("own").handIn(InventedRows.csv(1, 1, ISSUED), issuance);
        Answer refused = as("own").handIn(InventedRows.csv(2, 1, ISSUED).replace("电工", "木工"), issuance);
        String submission = stored.json().at("/submission/number").asString();
        String upload = refused.json().at("/upload/number").asString();
        assertThat(List.of(issuance, submission, upload)).doesNotContain("");
        String returned = as("city")
                .post("/api/submissions/" + underReview(10, 2) + "/return",
                        Map.of("version", 2, "rows", List.of(Map.of("row", 2, "reason", "NAME"))))
                .json()
                .at("/return/number")
                .asString();
        assertThat(returned).isNotEmpty();
        String contact = as("own")
                .post("/api/contacts", Map.of("name", "测试联系人", "duties", List.of("RETURNS")))
                .json()
                .path("id")
                .asString();
        assertThat(contact).isNotEmpty();
        String notice = String.valueOf(notices.ofReturn(
                institution.id(), institution.regionCode(), Long.parseLong(contact), returned));
        String complaint = ComplaintCases.of(beans).asked(institution.id());
        fixtures = new PathFixtures()
                .with("/api/complaints/{number}", () -> complaint)
                .with("/api/complaints/{number}/pictures/{position}", () -> "1")
                .withBody("POST /api/complaints/{number}/question", """
                        {"version": 9, "text": "测试"}""")
                .withBody("POST /api/complaints/{number}/statement", """
                        {"version": 9, "text": "测试"}""")
                .withBody("POST /api/complaints/{number}/answer", """
                        {"version": 9, "text": "测试"}""")
                .with("/api/returns/{number}", () -> returned)
                .withBody("POST /api/returns/{number}/receipt", """
                        {"version": 9, "way": "PHONE", "receivedOn": "2026-11-23"}""")
                .with("/api/issuances/{number}", () -> issuance)
                .with("/api/submissions/{number}", () -> submission)
                .with("/api/uploads/{number}", () -> upload)
                .with("/api/return-reasons/{code}", () -> "NAME")
                .with("/api/accounts/{username}", () -> TARGET)
                .with("/api/sessions/{id}", () -> "no-such-session")
                .with("/api/certificates/{number}", () -> InventedRows.number(1, ISSUED))
                .with("/api/institutions/{numberPrefix}", () -> InventedRows.PREFIX)
                .with("/api/contacts/{id}", () -> contact)
                .with("/api/notices/{id}", () -> notice)
                .withBody("POST /api/notices/{id}/cancel", """
                        {"version": 9, "reason": "测试"}""")
                .withBody("POST /api/notices/{id}/call", """
                        {"version": 9, "person": "测试", "calledAt": "2026-11-23T10:00"}""")
                .with("/api/notices/work-list/events/{id}", () -> "0")
                .with("/api/notice-templates/{kind}", () -> "RETURN")
                .with("/api/channel-stops/{id}", () -> "0")
                .with("/api/consultations/{number}", () -> "no-such-consultation")
                .with("/api/faq/{intent}", () -> "progress")
                .with("/api/questions/{id}", () -> "0")
                .with("/api/phrasings/{id}", () -> "0")
                .with("/api/data-managers/{id}", () -> "0")
                .with("/api/ministry-exports/{number}", () -> "no-such-export")
                .with("/api/ministry-receipts/{number}", () -> "no-such-receipts")
                .with("/api/working-days/{date}", () -> "2026-12-31")
                .with("/api/roles/{role}", () -> Role.AUDITOR.name());
    }

    @Test
    void every_endpoint_has_its_line_and_every_line_its_endpoint() {
        assertThat(routes.all())
                .extracting(Route::toString)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(table.lines().stream().map(Line::route).toList());
    }

    @Test
    void every_endpoint_says_by_exactly_one_annotation_who_may_call_it() {
        assertThat(routes.all()).allSatisfy(route -> assertThat(Stream.of(Open.class, AnyStaff.class, Allowed.class)
                        .filter(kind -> AnnotatedElementUtils.isAnnotated(route.handler().getMethod(), kind)))
                .as(route.toString())
                .hasSize(1));
    }

    @TestFactory
    Stream<DynamicTest> without_a_log_in_only_what_is_open_answers() {
        return table.lines().stream().map(line -> dynamicTest(line.route(), () -> {
            Answer answer = fired(line, as(""));
            assertThat(answer.status() == 401 && "unauthenticated".equals(code(answer))).isEqualTo(!line.open());
        }));
    }

    @TestFactory
    Stream<DynamicTest> each_role_may_do_what_the_table_says() {
        return table.lines().stream().flatMap(line -> Stream.of(Role.values()).map(role -> dynamicTest(
                line.route() + " as " + role, () -> {
                    Answer answer = fired(line, as(OWN.get(role)));
                    assertThat(answer.status() == 403 && "forbidden".equals(code(answer)))
                            .as("answered with %d %s", answer.status(), code(answer))
                            .isEqualTo(!line.allowed().contains(role));
                    assertThat(answer.status()).isNotEqualTo(503).isNotEqualTo(500);
                    assertThat(code(answer)).isNotEqualTo("unauthenticated");
                })));
    }

    @TestFactory
    Stream<DynamicTest> what_lies_outside_of_the_scope_does_not_exist() {
        return table.lines().stream()
                .filter(line -> line.foreign() == Foreign.ABSENT)
                .flatMap(line -> FOREIGN.entrySet().stream()
                        .filter(someone -> line.allowed().contains(someone.getKey()))
                        .map(someone -> dynamicTest(line.route() + " as " + someone.getValue(), () -> {
                            Answer answer = fired(line, as(someone.getValue()));
                            assertThat(answer.status()).as(answer.text()).isEqualTo(404);
                            assertThat(code(answer)).isEqualTo("absent");
                        })));
    }

    @TestFactory
    Stream<DynamicTest> lists_leave_out_what_lies_outside_of_the_scope() {
        return table.lines().stream()
                .filter(line -> line.foreign() == Foreign.LEFT_OUT)
                .flatMap(line -> Stream.concat(Stream.of("own"), FOREIGN.values().stream())
                        .map(someone -> dynamicTest(line.route() + " as " + someone, () -> {
                            Answer answer = fired(line, as(someone));
                            assertThat(isEmpty(answer)).as(answer.text()).isEqualTo(!someone.equals("own"));
                        })));
    }

    /** A list, or its sheet, which has its heading always. */
    private static boolean isEmpty(Answer answer) {
        return answer.json() == null ? answer.sheet().size() == 1 : answer.json().path("items").isEmpty();
    }

    private Answer fired(Line line, AdminApi api) {
        Route route = routes.all().stream()
                .filter(known -> known.toString().equals(line.route()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No such endpoint: " + line.route()));
        HttpRequest.Builder request = api.request(fixtures.filled(route.path()));
        if (route.produced() != null) {
            request.header("Accept", route.produced().toString());
        }
        if (route.method().equals("GET")) {
            return api.send(request.GET());
        }
        String type = route.multipart() ? "multipart/form-data; boundary=b" : "application/json";
        String body = route.multipart() ? "--b--\r\n" : fixtures.body(route);
        return api.send(request.header("Content-Type", type).method(route.method(), BodyPublishers.ofString(body)));
    }

    private static String code(Answer answer) {
        return answer.json() == null ? "" : answer.json().path("code").asString("");
    }
}
