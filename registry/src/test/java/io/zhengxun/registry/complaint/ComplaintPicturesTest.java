package io.zhengxun.registry.complaint;

import static io.zhengxun.registry.complaint.ComplaintCases.CITY;
import static io.zhengxun.registry.complaint.ComplaintCases.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhengxun.registry.RegistryTest;
import io.zhengxun.registry.account.Role;
import io.zhengxun.registry.account.Scope;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.audit.AuditEntry;
import io.zhengxun.registry.audit.AuditTrail;
import io.zhengxun.registry.audit.Deed;
import io.zhengxun.registry.complaint.ComplaintCases.Cases;
import io.zhengxun.registry.complaint.ComplaintCases.SettableClock;
import io.zhengxun.registry.institution.Tier;
import io.zhengxun.registry.refusal.Absent;
import io.zhengxun.registry.refusal.RoleNotAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Pictures of a complaint are fetched once, kept sealed, and gone with the person (X1, Q6, PIPL 47). */
@RegistryTest
@Import(ComplaintCases.class)
class ComplaintPicturesTest {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final byte[] PNG = picture("\u0089PNG\r\n\u001a\n");

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    @Autowired
    Complaints complaints;

    @Autowired
    ComplaintPictures pictures;

    @Autowired
    ViewingComplaint viewing;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcTemplate jdbc;

    private final String holder = person();
    private Staff city;
    private Complaint filed;

    private static byte[] picture(String signature) {
        return (signature + "what a face looks like").getBytes(StandardCharsets.ISO_8859_1);
    }

    @BeforeEach
    void a_complaint_with_two_pictures() {
        clock.reset();
        jdbc.update("DELETE FROM complaint_picture");
        city = cases.staff(Role.CITY_DATA_MANAGER, Scope.ofCity(CITY));
        filed = cases.filed(holder, cases.institution(Tier.MUNICIPAL).id());
    }

    private List<ComplaintPicture.State> states() {
        return pictures.of(filed.id()).stream().map(ComplaintPicture::state).toList();
    }

    @Test
    void what_was_fetched_is_kept_sealed_and_shown_to_the_centre_on_record() {
        List<WaitingPicture> mine = pictures.claim(10, LEASE);
        assertThat(mine).extracting(WaitingPicture::mediaId).containsExactly("media-1", "media-2");
        assertThat(pictures.keep(mine.get(0), PNG)).isEqualTo(ComplaintPicture.State.KEPT);
        assertThat(states()).containsExactly(ComplaintPicture.State.KEPT, ComplaintPicture.State.WAITING);

        PictureContent shown = viewing.picture(filed.number(), 1, city);
        assertThat(shown.type()).isEqualTo(PictureType.PNG);
        assertThat(shown.bytes()).isEqualTo(PNG);
        assertThat(shown.toString()).doesNotContain("face");
        assertThat(trail.of(new Deed.Subject(Deed.Subject.Kind.COMPLAINT, filed.number()))).extracting(AuditEntry::act)
                .containsExactly("COMPLAINT_FILED", "COMPLAINT_PICTURE_VIEWED");
        byte[] stored = jdbc.queryForObject(
                "SELECT sealed FROM complaint_picture_content WHERE picture_id = ?", byte[].class, mine.get(0).id());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("PNG", "face");
        assertThat(jdbc.queryForObject(
                        "SELECT media_sealed FROM complaint_picture WHERE id = ?", byte[].class, mine.get(0).id()))
                .isNull();
    }

    @Test
    void nobody_else_sees_a_picture() {
        pictures.keep(pictures.claim(1, LEASE).get(0), PNG);
        assertThatThrownBy(() -> viewing.picture(filed.number(), 1, cases.staff(Role.AUDITOR, Scope.ofProvince())))
                .isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> viewing.picture(filed.number(), 1, cases.staff(Role.CITY_LEAD, Scope.ofCity("440300"))))
                .isInstanceOf(Absent.class);
        Complaint taken = cases.handling().assign(ComplaintCases.seen(filed), null, city);
        cases.handling().ask(ComplaintCases.seen(taken), null, new ComplaintText("请说明"), city);
        Staff own = cases.staff(Role.INSTITUTION_DATA_MANAGER, Scope.ofInstitution(filed.institutionId()));
        assertThatThrownBy(() -> viewing.picture(filed.number(), 1, own)).isInstanceOf(RoleNotAllowed.class);
        assertThatThrownBy(() -> viewing.picture(filed.number(), 2, city)).as("not fetched").isInstanceOf(Absent.class);
        assertThatThrownBy(() -> viewing.picture(filed.number(), 3, city)).isInstanceOf(Absent.class);
    }

    @ParameterizedTest
    @CsvSource({"JPEG, 'ff d8 ff e0 00'", "GIF, '47 49 46 38 39 61'", "WEBP, '52 49 46 46 00 00 00 00 57 45 42 50 56'",
        ", '3c 68 74 6d 6c 3e'", ", '52 49 46 46 00 00 00 00 57 41 56 45 56'", ", 'ff d8'", ", ''"})
    void the_content_says_what_it_is(PictureType type, String hex) {
        byte[] bytes = new byte[hex.isEmpty() ? 0 : hex.split(" ").length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.split(" ")[i], 16);
        }
        ComplaintPicture.State state = pictures.keep(pictures.claim(1, LEASE).get(0), bytes);
        assertThat(state).isEqualTo(type == null ? ComplaintPicture.State.UNFIT : ComplaintPicture.State.KEPT);
        assertThat(states().get(0)).isEqualTo(state);
        if (type != null) {
            assertThat(viewing.picture(filed.number(), 1, city).type()).isEqualTo(type);
        }
    }

    @Test
    void the_largest_is_kept_and_a_larger_one_is_not() {
        List<WaitingPicture> mine = pictures.claim(2, LEASE);
        assertThat(pictures.keep(mine.get(0), Arrays.copyOf(PNG, PictureContent.LARGEST)))
                .isEqualTo(ComplaintPicture.State.KEPT);
        assertThat(viewing.picture(filed.number(), 1, city).bytes()).hasSize(PictureContent.LARGEST);
        assertThat(pictures.keep(mine.get(1), Arrays.copyOf(PNG, PictureContent.LARGEST + 1)))
                .isEqualTo(ComplaintPicture.State.UNFIT);
    }

    @Test
    void one_worker_has_it_in_hand_until_its_lease_ends() {
        List<WaitingPicture> mine = pictures.claim(10, LEASE);
        assertThat(pictures.claim(10, LEASE)).isEmpty();
        clock.set("2026-11-23T02:02:00Z");
        List<WaitingPicture> others = pictures.claim(10, LEASE);
        assertThat(others).extracting(WaitingPicture::tries).containsExactly(1, 1);
        pictures.keep(mine.get(0), PNG);
        assertThat(states()).as("it was too slow").containsOnly(ComplaintPicture.State.WAITING);
        pictures.keep(others.get(0), PNG);
        assertThat(states()).containsExactly(ComplaintPicture.State.KEPT, ComplaintPicture.State.WAITING);
    }

    @Test
    void it_is_tried_again_until_the_platform_has_it_no_more() {
        WaitingPicture mine = pictures.claim(1, LEASE).get(0);
        pictures.tryAgain(mine, Duration.ofMinutes(5));
        assertThat(pictures.claim(10, LEASE)).extracting(WaitingPicture::mediaId).containsExactly("media-2");
        clock.set("2026-11-26T01:59:00Z");
        WaitingPicture again = pictures.claim(1, LEASE).get(0);
        assertThat(pictures.tryAgain(again, Duration.ofMinutes(1))).isEqualTo(ComplaintPicture.State.WAITING);
        clock.set("2026-11-26T02:00:00Z");
        WaitingPicture last = pictures.claim(10, LEASE).stream()
                .filter(one -> one.id() == again.id()).findFirst().orElseThrow();
        assertThat(pictures.tryAgain(last, Duration.ofMinutes(1))).isEqualTo(ComplaintPicture.State.LOST);
    }

    @Test
    void who_leaves_takes_the_pictures_along_also_one_that_is_being_fetched() {
        List<WaitingPicture> mine = pictures.claim(2, LEASE);
        pictures.keep(mine.get(0), PNG);
        complaints.forget(holder);
        pictures.keep(mine.get(1), PNG);
        assertThat(pictures.of(filed.id())).isEmpty();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM complaint_picture_content WHERE picture_id IN (?, ?)",
                        Integer.class, mine.get(0).id(), mine.get(1).id()))
                .isZero();
        assertThatThrownBy(() -> viewing.picture(filed.number(), 1, city)).isInstanceOf(Absent.class);
    }
}
