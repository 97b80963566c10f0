package io.zhengxun.standalone.bench;

import io.zhengxun.registry.certificate.Standing;
import io.zhengxun.standalone.bench.Question.Kind;
import io.zhengxun.standalone.demo.DemoCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;

/**
 * What a day's chat is made of: of twenty messages eight ask for a certificate by each pair of fields in turn (Q1), seven are
 * questions in people's own words, three are steps of guided dialogs, one is a tap on the menu and one is out of scope. Each message
 * is from a person of its own; the steps of a dialog are from one.
 */
final class DemoQuestions implements IntFunction<Question> {

    private static final int[] PUBLISHED = IntStream.range(0, DemoCertificate.COUNT)
            .filter(n -> isShown(new DemoCertificate(n)))
            .toArray();

    private static final List<Kind> OF_TWENTY = List.of(
            Kind.LOOK_UP, Kind.FREE, Kind.STEP, Kind.LOOK_UP, Kind.FREE, Kind.LOOK_UP, Kind.FREE, Kind.MENU, Kind.LOOK_UP, Kind.STEP,
            Kind.FREE, Kind.LOOK_UP, Kind.FREE, Kind.LOOK_UP, Kind.OUT_OF_SCOPE, Kind.STEP, Kind.LOOK_UP, Kind.FREE, Kind.LOOK_UP,
            Kind.FREE);

    /** So many people are in a dialog at once: between two of their messages lie some seconds, as they type. */
    private static final int IN_DIALOGS = 60;

    /** Dialogs that leave nothing behind, so that a bench can be repeated; {@code =} stands before what the answer contains. */
    private static final List<List<String>> DIALOGS = List.of(
            List.of("查证书=姓名", "NAME", "ID=NUMBER"),
            List.of("我要投诉=投诉", "1", "交咗钱一直唔发证，打电话又无人听", "跳过", "跳过=确认", "取消=取消"),
            List.of("查进度", "NUMBER", "NAME=NUMBER"),
            List.of("我要投诉=投诉", "返回", "2", "上一步", "取消=取消"));

    private static final List<String> MENU =
            List.of("intent:how_to_query", "intent:time_limits", "intent:lookup", "intent:progress", "intent:privacy");

    private final List<String> free = lines("questions.txt");
    private final List<String> outOfScope = lines("out-of-scope.txt");
    private final int first;

    /** @param first begins with another certificate in each run: the bot limits how often one is asked for (Q5) */
    DemoQuestions(int first) {
        this.first = first;
    }

    private static boolean isShown(DemoCertificate certificate) {
        return certificate.isPublished() && certificate.standing() == Standing.VALID;
    }

    @Override
    public Question apply(int index) {
        Kind kind = OF_TWENTY.get(index % OF_TWENTY.size());
        return switch (kind) {
            case LOOK_UP -> lookUp(index);
            case FREE -> new Question(kind, index, of(free, index), "");
            case STEP -> step(stepsBefore(index));
            case MENU -> new Question(kind, index, of(MENU, index / OF_TWENTY.size()), "");
            case OUT_OF_SCOPE -> new Question(kind, index, of(outOfScope, index / OF_TWENTY.size()), "");
        };
    }

    private Question lookUp(int index) {
        DemoCertificate certificate = certificate(index);
        String number = certificate.publishedNumber();
        String name = certificate.holderName();
        String id = certificate.holderIdNumber();
        String text =
                switch (index % 3) {
                    case 0 -> "证书编号：" + number + "\n姓名：" + name;
                    case 1 -> id + " " + number;
                    default -> name + "，身份证号" + id;
                };
        return new Question(Kind.LOOK_UP, index, text, number);
    }

    /** Sixty people take turns; who is through makes room for the next. People of dialogs have negative numbers. */
    private Question step(int n) {
        int turn = n / IN_DIALOGS;
        int chair = n % IN_DIALOGS;
        List<String> dialog = DIALOGS.get(chair % DIALOGS.size());
        int person = chair + IN_DIALOGS * (turn / dialog.size());
        DemoCertificate certificate = certificate(person);
        String[] step = dialog.get(turn % dialog.size()).split("=", 2);
        String expected = step.length > 1 ? filled(step[1], certificate) : "";
        return new Question(Kind.STEP, -1 - person, filled(step[0], certificate), expected);
    }

    private static String filled(String words, DemoCertificate certificate) {
        return switch (words) {
            case "NAME" -> certificate.holderName();
            case "ID" -> certificate.holderIdNumber();
            case "NUMBER" -> certificate.publishedNumber();
            default -> words;
        };
    }

    private static int stepsBefore(int index) {
        int each = (int) OF_TWENTY.stream().filter(Kind.STEP::equals).count();
        long within = OF_TWENTY.stream().limit(index % OF_TWENTY.size()).filter(Kind.STEP::equals).count();
        return index / OF_TWENTY.size() * each + (int) within;
    }

    /** After the last one it begins anew. */
    private DemoCertificate certificate(int n) {
        return new DemoCertificate(PUBLISHED[(first + n) % PUBLISHED.length]);
    }

    private static String of(List<String> lines, int n) {
        return lines.get(n % lines.size());
    }

    private static List<String> lines(String name) {
        try {
            return new ClassPathResource("bench/" + name).getContentAsString(StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
