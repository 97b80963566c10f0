package io.zhengxun.admin.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.apache.ibatis.exceptions.PersistenceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mybatis.spring.MyBatisSystemException;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

class ProblemsTest {

    private final Problems problems = new Problems(messages());

    static List<RuntimeException> outages() {
        return List.of(
                hidden(new CannotGetJdbcConnectionException("away", new SQLTransientConnectionException("timeout"))),
                hidden(new DataAccessResourceFailureException("away")),
                hidden(new SQLTransientConnectionException("away")),
                hidden(new SQLNonTransientConnectionException("away")),
                new PersistenceException(new SQLTransientConnectionException("away")));
    }

    static List<RuntimeException> otherFailures() {
        return List.of(
                hidden(new SQLException("wrong statement")),
                hidden(new IOException("closed")),
                new MyBatisSystemException("wrong mapping", null),
                new PersistenceException("wrong mapping"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void a_database_that_is_away_is_answered_with_503_and_when_to_try_again(RuntimeException failure) throws Exception {
        ResponseEntity<ProblemDetail> answer = answer(failure);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("10");
        assertThat(answer.getBody().getProperties()).containsEntry("code", "unavailable");
    }

    @ParameterizedTest
    @MethodSource("otherFailures")
    void another_failure_of_a_query_is_answered_with_500(RuntimeException failure) throws Exception {
        ResponseEntity<ProblemDetail> answer = answer(failure);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(answer.getBody().getProperties()).containsEntry("code", "internal");
    }

    /** By the handler that the framework would choose for the very exception. */
    @SuppressWarnings("unchecked")
    private ResponseEntity<ProblemDetail> answer(RuntimeException failure) throws Exception {
        var handler = new ExceptionHandlerMethodResolver(Problems.class).resolveMethod(failure);
        handler.setAccessible(true);
        return (ResponseEntity<ProblemDetail>) handler.invoke(problems, failure);
    }

    private static RuntimeException hidden(Exception cause) {
        return new MyBatisSystemException("query", new PersistenceException(cause));
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/registry", "messages/admin");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
