package io.zhengxun.admin.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhengxun.admin.AdminApi.Answer;
import io.zhengxun.admin.AdminApiTest;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ConcurrentHandInTest extends AdminApiTest {

    private String issuance;

    @RepeatedTest(3)
    void of_two_batches_with_the_same_number_one_is_stored_and_the_other_told_which_row() {
        issuance = issued(5000, ISSUED);
        String one = InventedRows.csv(0, 2000, ISSUED);
        String other = InventedRows.csv(1999, 2000, ISSUED);
        List<Answer> answers = atOnce(one, other);
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 422);
        Answer refused = answers.stream().filter(answer -> answer.status() == 422).findFirst().orElseThrow();
        assertThat(refused.json().path("flaws")).hasSize(1);
        assertThat(refused.json().at("/flaws/0/code").asString()).isEqualTo("number.taken");
        assertThat(count("certificate")).isEqualTo(2000);
        assertThat(count("submission")).isEqualTo(1);
    }

    @RepeatedTest(3)
    void of_the_same_file_handed_in_twice_at_once_one_is_stored() {
        issuance = issued(5000, ISSUED);
        String csv = InventedRows.csv(0, 2000, ISSUED);
        List<Answer> answers = atOnce(csv, csv);
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(count("certificate")).isEqualTo(2000);
        assertThat(count("submission")).isEqualTo(1);
    }

    @Test
    void a_third_upload_is_asked_to_come_back_and_may_later() throws IOException {
        issuance = issued(1, ISSUED);
        List<Socket> halves = new ArrayList<>(List.of(halfUpload(), halfUpload()));
        try {
            Answer busy = untilBothAreSeated(halves);
            assertThat(busy.http().headers().firstValue("Retry-After")).contains("10");
            assertThat(busy.json().path("code").asString()).isEqualTo("busy");
            for (String path : List.of("/api/uploads/x/sheet", "/api/uploads/x/%73heet", "/%61pi/uploads/x/sheet")) {
                assertThat(as("own").get(path).status()).as(path).isEqualTo(503);
            }
            for (String path : List.of("/api/submissions", "/api/%73ubmissions", "/api/submission%73", "/api/issuances/file",
                    "/api/working-days/arrangements", "/api/working-days/arrangements/preview", "/api/x?y")) {
                assertThat(as("admin").send(as("admin").upload(path, new byte[1])).status()).as(path).isEqualTo(503);
            }
            assertThat(as("admin").send(as("admin").upload("/api/institutions/x/scope", new byte[1])
                                    .method("PUT", BodyPublishers.ofString("--boundary-of-the-test--\r\n")))
                            .status())
                    .isEqualTo(503);
            assertThat(as("own").send(as("own").request("/api/ministry-exports").POST(BodyPublishers.noBody())).status())
                    .isEqualTo(503);
            assertThat(as("own").get("/api/submissions").status()).isEqualTo(200);
        } finally {
            for (Socket half : halves) {
                half.close();
            }
        }
        assertThat(until(status -> status != 503).status()).isEqualTo(422);
    }

    @Test
    void six_small_uploads_at_once_take_turns() {
        issuance = issued(120, ISSUED);
        CyclicBarrier start = new CyclicBarrier(6);
        List<CompletableFuture<Answer>> uploads = IntStream.range(0, 6)
                .mapToObj(i -> InventedRows.csv(1 + 20 * i, 20, ISSUED))
                .map(csv -> CompletableFuture.supplyAsync(
                        () -> afterBarrier(start, csv), task -> new Thread(task).start()))
                .toList();
        assertThat(uploads).extracting(CompletableFuture::join).extracting(Answer::status).containsOnly(201);
    }

    @Test
    void a_file_that_is_too_large_is_refused_with_a_clear_line() {
        Answer answer = as("own").handIn(new byte[34_000_000], "FZ");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("code").asString()).isEqualTo("body-too-large");
    }

    private List<Answer> atOnce(String one, String other) {
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> afterBarrier(start, one));
        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> afterBarrier(start, other));
        return List.of(first.join(), second.join());
    }

    private Answer afterBarrier(CyclicBarrier start, String csv) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return as("own").handIn(csv, issuance);
    }

    /** Sends the head of an upload and waits with its body. */
    private Socket halfUpload() throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.getOutputStream().write(("POST /api/submissions HTTP/1.1\r\nHost: x\r\nAuthorization: "
                        + as("own").credentials()
                        + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n\r\n--b\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** The asking takes a seat itself for a moment: a half upload that came just then was sent away and comes again. */
    private Answer untilBothAreSeated(List<Socket> halves) throws IOException {
        for (int i = 0; i < 100; i++) {
            for (int half = 0; half < halves.size(); half++) {
                if (halves.get(half).getInputStream().available() > 0) {
                    halves.get(half).close();
                    halves.set(half, halfUpload());
                }
            }
            Answer answer = as("own").handIn("x", issuance);
            if (answer.status() == 503) {
                return answer;
            }
        }
        throw new AssertionError("Two half uploads never took both seats.");
    }

    private Answer until(IntPredicate expected) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Answer answer;
        do {
            answer = as("own").handIn("x", issuance);
        } while (!expected.test(answer.status()) && System.nanoTime() < end);
        assertThat(answer.status()).matches(expected::test);
        return answer;
    }
}
