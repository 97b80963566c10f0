package io.zhengxun.admin.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.request.RequestKey;
import io.zhengxun.registry.request.UnusableRequestKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** A controller gets the key with a digest of what the request asks for. */
class RequestKeysTest {

    /** What the controller was called with. */
    record Call(String text, RequestKey key) {}

    record Form(String text) {}

    @RestController
    static class Probe {

        final List<Call> calls = new ArrayList<>();

        @PostMapping("/key-first")
        void keyFirst(RequestKey key, @RequestBody Form form) {
            calls.add(new Call(form.text(), key));
        }

        @PostMapping("/body-first")
        void bodyFirst(@RequestBody Form form, RequestKey key) {
            calls.add(new Call(form.text(), key));
        }

        @PostMapping("/no-body")
        void noBody(RequestKey key) {
            calls.add(new Call("", key));
        }
    }

    private final Probe probe = new Probe();
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(probe)
            .setCustomArgumentResolvers(new RequestKeys())
            .addFilters(new BodyCaching())
            .build();

    @BeforeEach
    void somebody_is_logged_in() {
        Staff staff = new Staff("clerk", "示例员工", Role.PROVINCE_REVIEWER, Scope.ofProvince(), "192.0.2.7");
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(staff, ""));
    }

    @AfterEach
    void nobody_is() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void without_the_header_there_is_no_key() throws Exception {
        mvc.perform(json("/key-first", "{\"text\": \"甲\"}"));

        assertThat(probe.calls).containsExactly(new Call("甲", null));
    }

    @Test
    void the_body_is_there_for_key_and_form_in_whatever_order() throws Exception {
        for (String path : List.of("/key-first", "/body-first")) {
            mvc.perform(json(path, "{\"text\": \"甲\"}").header("Idempotency-Key", "k1"));
        }

        assertThat(probe.calls).extracting(Call::text).containsExactly("甲", "甲");
        assertThat(probe.calls).extracting(call -> call.key().username()).containsOnly("clerk");
        assertThat(probe.calls).extracting(call -> call.key().key()).containsOnly("k1");
    }

    @Test
    void the_digest_is_the_same_for_the_same_request_only() throws Exception {
        byte[] digest = digest(json("/key-first", "{\"text\": \"a\"}"));

        assertThat(digest(json("/key-first", "{\"text\": \"a\"}"))).isEqualTo(digest);
        assertThat(digest(json("/key-first", "{\"text\": \"b\"}"))).isNotEqualTo(digest);
        assertThat(digest(json("/body-first", "{\"text\": \"a\"}"))).isNotEqualTo(digest);
        assertThat(digest(json("/key-first?dry=1", "{\"text\": \"a\"}"))).isNotEqualTo(digest);
        assertThat(digest(post("/no-body"))).isNotEqualTo(digest).isNotEqualTo(digest(post("/no-body?x=1")));
    }

    @Test
    void a_file_is_for_the_controller_to_add() throws Exception {
        byte[] digest = digest(multipart("/no-body").file("file", new byte[] {1}));

        assertThat(digest(multipart("/no-body").file("file", new byte[] {2}))).isEqualTo(digest);
        assertThat(probe.calls.get(0).key().with(new byte[] {1}).digest())
                .isNotEqualTo(probe.calls.get(1).key().with(new byte[] {2}).digest());
    }

    @Test
    void an_unusable_key_is_refused_before_the_act() {
        assertThat(failure(json("/key-first", "{}").header("Idempotency-Key", "钥 匙")))
                .isInstanceOf(UnusableRequestKey.class);
        assertThat(probe.calls).isEmpty();
    }

    @Test
    void a_body_of_more_than_a_megabyte_is_refused_with_a_key_and_taken_without() throws Exception {
        String large = "{\"text\": \"" + "a".repeat(CachedBody.MOST_BYTES) + "\"}";

        assertThat(failure(json("/body-first", large).header("Idempotency-Key", "k")))
                .isInstanceOf(MaxUploadSizeExceededException.class);
        mvc.perform(json("/body-first", large));
        assertThat(probe.calls).hasSize(1);
    }

    private byte[] digest(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        mvc.perform(request.header("Idempotency-Key", "k"));
        return probe.calls.get(probe.calls.size() - 1).key().digest();
    }

    private static AbstractMockHttpServletRequestBuilder<?> json(String path, String body) {
        return post(path).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    /** What the application's advice would render. */
    private Throwable failure(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            return mvc.perform(request).andReturn().getResolvedException();
        } catch (Exception e) {
            return e.getCause();
        }
    }
}
