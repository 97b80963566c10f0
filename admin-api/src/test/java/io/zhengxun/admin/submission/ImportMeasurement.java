package io.zhengxun.admin.submission;

import io.zhengxun.admin.AdminApiApplication;
import io.zhengxun.embedded.SharedServers;
import io.zhengxun.registry.certificate.Level;
import io.zhengxun.registry.institution.Institutions;
import io.zhengxun.registry.institution.NewInstitution;
import io.zhengxun.registry.institution.Tier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

public final class ImportMeasurement {

    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[0]);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(AdminApiApplication.class)
                .initializers(new SharedServers())
                .properties(Map.of(
                        "spring.config.name", "admin-api", "server.port", "0", "zhengxun.demo", "true",
                        "zhengxun.privacy.encryption-keys.1", "3q2+796tvu/erb7v3q2+7w==",
                        "zhengxun.privacy.index-keys.1", "ZGVtby1pbmRleC1rZXktbm90LWZvci1yZWFsLXVzZSE=",
                        "zhengxun.admin.accounts[0].username", "jg",
                        "zhengxun.admin.accounts[0].password", "{noop}jg",
                        "zhengxun.admin.accounts[0].institution", InventedRows.PREFIX))
                .run();
        context.getBean(Institutions.class).file(new NewInstitution(
                InventedRows.PREFIX, InventedRows.INSTITUTION, Tier.MUNICIPAL, "440100", "020-00000000",
                Map.of("电工", Set.of(Level.ADVANCED, Level.INTERMEDIATE))));
        String port = context.getEnvironment().getProperty("local.server.port");
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            byte[] csv = InventedRows.csv(round * rows, rows, LocalDate.now().minusDays(3)).getBytes(StandardCharsets.UTF_8);
            String boundary = "zhengxun-boundary";
            byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                    + "Content-Type: text/csv\r\n\r\n").getBytes(StandardCharsets.UTF_8);
            byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/submissions"))
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("jg:jg".getBytes()))
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.ofByteArrays(java.util.List.of(head, csv, tail)))
                    .build();
            double ownBefore = cpu(ProcessHandle.current());
            double serversBefore = ProcessHandle.current().children().mapToDouble(ImportMeasurement::cpu).sum();
            long start = System.nanoTime();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("CPU: JVM %.1f s, servers %.1f s%n", cpu(ProcessHandle.current()) - ownBefore,
                    ProcessHandle.current().children().mapToDouble(ImportMeasurement::cpu).sum() - serversBefore);
            String body = answer.body();
            System.out.printf("%d bytes, %d: %.1f s, %.0f rows/s %s%n", csv.length, answer.statusCode(), seconds,
                    rows / seconds, body.substring(0, Math.min(600, body.length())));
        }
        context.close();
        System.exit(0);
    }

    private static double cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().map(d -> d.toMillis() / 1000.0).orElse(0.0);
    }
}
