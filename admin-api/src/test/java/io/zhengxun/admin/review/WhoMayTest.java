package io.zhengxun.admin.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.account.Allowed;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.submission.Act;
import io.zhengxun.registry.submission.Moves;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The endpoints let in whom the table of moves lets act, and nobody else. */
class WhoMayTest {

    @ParameterizedTest
    @CsvSource({"takeUp, TAKE_UP", "pass, PASS", "sendBack, SEND_BACK", "approve, APPROVE", "sendUp, SEND_UP"})
    void an_endpoint_is_open_to_the_roles_of_its_act(String method, Act act) {
        Method endpoint = Arrays.stream(ReviewController.class.getDeclaredMethods())
                .filter(declared -> declared.getName().equals(method))
                .findFirst()
                .orElseThrow();
        Set<Role> roles = Moves.table().stream()
                .filter(move -> move.act() == act)
                .flatMap(move -> move.who().stream())
                .collect(Collectors.toSet());
        assertThat(endpoint.getAnnotation(Allowed.class).value()).containsExactlyInAnyOrderElementsOf(roles);
    }
}
