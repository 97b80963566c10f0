package io.zhengxun.admin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.institution.Institution;
import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.Decision;
import io.zhengxun.registry.notice.NoticeKind;
import io.zhengxun.registry.notice.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import tools.jackson.databind.JsonNode;

/** Staff and the notices, over the API. */
abstract class NoticeApiTest extends AdminApiTest {

    static final String CITY = "440100";
    static final List<Channel> BOTH = List.of(Channel.TEMPLATE, Channel.EMAIL);

    @Autowired
    AutowireCapableBeanFactory beans;

    NoticeCases cases;
    long contact;

    @BeforeEach
    void a_contact_of_the_institution() {
        cases = NoticeCases.of(beans);
        cases.clear();
        contact = cases.contact(institution.id(), CITY, "王某某");
    }

    Institution other() {
        return institutions.findByNumberPrefix("S000044010002").orElseThrow();
    }

    long returned(String number) {
        return cases.ofReturn(institution.id(), CITY, contact, number);
    }

    /** A digest for the contact, which may wait for the morning. */
    long digest() {
        return cases.queued(NoticeKind.DEADLINES, Recipient.contact(contact),
                NoticeCases.about(Deed.Subject.Kind.INSTITUTION, institution.id() + "", institution.id(), CITY), BOTH, false);
    }

    /** For nobody: the institution has no contact. */
    long unreachable(Institution of, String number) {
        return cases.queued(NoticeKind.RETURN, Recipient.nobody(),
                NoticeCases.about(Deed.Subject.Kind.RETURN, number, of.id(), of.regionCode()), List.of(), true);
    }

    /** Nothing reached the contact. */
    long givenUp(String number) {
        long id = returned(number);
        cases.refused(Channel.TEMPLATE, Decision.NOT_FOLLOWING, "NOT_FOLLOWING", "43004");
        cases.refused(Channel.EMAIL, Decision.NO_ADDRESS, "RECIPIENT", "550");
        return id;
    }

    static String path(long id) {
        return "/api/notices/" + id;
    }

    static List<Long> ids(Answer answer) {
        return list(answer).stream().map(one -> one.path("id").asLong()).toList();
    }

    static List<JsonNode> list(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false).toList();
    }

    static List<String> sentences(Answer answer) {
        return StreamSupport.stream(answer.json().path("events").spliterator(), false)
                .map(event -> event.path("at").asString().substring(5, 16) + " " + event.path("text").asString())
                .toList();
    }

    void after(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    void at(String instant) {
        clock.set(Instant.parse(instant));
    }

    static Map<String, Object> version(int version) {
        return Map.of("version", version);
    }
}
