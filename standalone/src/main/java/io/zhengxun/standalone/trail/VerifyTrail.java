package io.zhengxun.standalone.trail;

import io.zhengxun.embedded.StartRefused;
import io.zhengxun.registry.audit.Verification;
import io.zhengxun.registry.audit.VerifyingTrail;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.NestedExceptionUtils;

/** {@code ./verify-trail}: exit code 0 if the trail is intact, 1 if it is broken, 2 if it cannot be asked. */
public final class VerifyTrail {

    static final int INTACT = 0;
    static final int BROKEN = 1;
    static final int NOT_ASKED = 2;

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);
    private static final String USAGE = """
            Usage: ./verify-trail [--ends FILE]    verifies the trail of acts and names the first broken entry of each chain
              --ends FILE   also compares with the chains' ends noted in FILE by the last verification, and notes them
                            anew if all is intact; kept on another machine, it shows a database that was set back
            Environment: DATA_DIR (default data/), whether ./run is running on it or not; or SPRING_DATASOURCE_URL,
            _USERNAME, _PASSWORD and ZHENGXUN_PRIVACY_… of an installation of one's own.
            Exit code: 0 intact, 1 broken, 2 cannot be asked.""";

    private final Map<String, String> environment;
    private final PrintStream out;
    private long toldAt = System.nanoTime();

    VerifyTrail(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new VerifyTrail(System.getenv(), System.out).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        if (arguments.equals(List.of("--help")) || arguments.equals(List.of("-h"))) {
            out.println(USAGE);
            return INTACT;
        }
        if (!arguments.isEmpty() && (arguments.size() != 2 || !arguments.get(0).equals("--ends"))) {
            out.println(USAGE);
            return NOT_ASKED;
        }
        try {
            return verify(arguments.stream().skip(1).findFirst().map(path -> new EndsFile(Path.of(path))));
        } catch (StartRefused e) {
            out.println("The trail cannot be verified. " + e.getMessage());
            return NOT_ASKED;
        } catch (RuntimeException e) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
            out.println("The trail cannot be verified: " + cause.getClass().getSimpleName() + ", " + cause.getMessage());
            return NOT_ASKED;
        }
    }

    private int verify(Optional<EndsFile> ends) {
        try (TrailDatabase database = TrailDatabase.find(environment, out::println);
                ConfigurableApplicationContext context = TrailContext.start(database.settings())) {
            Verification verification = context.getBean(VerifyingTrail.class)
                    .verify(ends.map(EndsFile::read).orElse(List.of()), this::tell);
            out.print(report(verification));
            if (verification.intact()) {
                ends.ifPresent(file -> file.write(verification.ends()));
            }
            return verification.intact() ? INTACT : BROKEN;
        }
    }

    private void tell(Verification.Progress progress) {
        if (System.nanoTime() - toldAt > BETWEEN_LINES.toNanos()) {
            toldAt = System.nanoTime();
            out.printf(Locale.ROOT, "%,d of %,d entries checked%n", progress.checked(), progress.expected());
        }
    }

    private static String report(Verification verification) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/registry");
        messages.setDefaultEncoding("UTF-8");
        StringBuilder report = new StringBuilder(String.format(
                Locale.ROOT, "%d chains, %,d entries checked: %s%n", verification.chains(), verification.entries(),
                verification.intact() ? "intact 完好" : "BROKEN 已被改动"));
        verification.broken().forEach(broken -> report.append(String.format(
                Locale.ROOT, "  chain %d, entry %d: %s  %s%n", broken.chain(), broken.seq(), broken.flaw(),
                messages.getMessage(broken, Locale.SIMPLIFIED_CHINESE))));
        return report.toString();
    }
}
