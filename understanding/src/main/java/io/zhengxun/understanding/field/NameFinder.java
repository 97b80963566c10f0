package io.zhengxun.understanding.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names that nothing announces with a colon: of all stretches that may be one, those for which most speaks, by the words around
 * them, by the surname, and by what a dictionary and a model of names say. The points are ours, chosen on the development set.
 */
final class NameFinder {

    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+(?:[·•‧・.．]\\p{IsHan}+)*");
    private static final Pattern DOTTED = Pattern.compile("\\p{IsHan}{1,10}(?:[·•‧・.．]\\p{IsHan}{1,10}?)+?(?=$|[的嘅这呢嗰])");
    private static final Pattern NOT_NAME = Pattern.compile("^.*(?:叫|是|係|姓名|名字|[证證]人|查|下)(?=\\p{IsHan}{2})");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;
    /** 热依汗古丽: names without a Han surname are longer. */
    private static final int LONGEST_FOREIGN = 6;

    /** What announces a name, or stands before one in a sentence. */
    private static final Pattern ANNOUNCED = Pattern.compile("(?:叫|叫做|姓名|名字|名字是|姓名是|名係|名系|我是|我係|我系|他是|她是)$");
    private static final Pattern BEFORE = Pattern.compile(
            "(?:是|係|请问|本人|持[证證]人|查|查下|查一下|查询|查詢|帮|幫|帮我|给|俾|畀|核|验|找|看|看下|看一下|睇下|睇|搵|员工|員工|学员|學員|学生|徒弟|同事|老婆|老公|[妈爸弟哥姐妹儿女]|老乡|妈妈|爸爸|新来的|[人的]|同学"
                    + "|居民|台湾人|[族来來]的|里的|下|哈|和|跟|与|及|个|位|本|唔该|谢谢|你好|您好|订阅|通知|请|江门|高级|中级|初级|安全员|电工|焊工|[证證])$");
    private static final Pattern AFTER = Pattern.compile(
            "^(?:的|嘅|她|他|佢|电话|手机|护照|住|这|那|呢|嗰|本|张|先生|女士|同志|同学|[证證]|查|考|是|係|想|要|有|在|喺|说|身[份分]|性别|性別|男|女|麻烦|谢谢|唔该|你好|到|啥|拿|报|上|出|我|帮|以前|现在|电工|焊工|退休|离职|今年|去年)");
    /** 陈师傅 is how somebody is called, not a name to look up. */
    private static final Pattern TITLED = Pattern.compile(
            "^.{1,2}(?:师傅|師傅|主任|老师|老師|老板|经理|院长|校长|科长|处长|班长|阿姨|小姐|书记)|^.[工总姐哥叔]$");
    private static final Pattern ANNOUNCING = Pattern.compile("^.{0,4}(?:名字?叫|[我他她佢]叫|叫做)|^叫");
    /** Characters of which given names are hardly made, and sentences are. */
    private static final String SENTENCE = "的了吗呢啊吧呀么什怎不没要我你您他她它这那哪就都也还或是到过把被让请查办号码几谁咋啥很再又叫找看写填错改收退报交签绑删唔冇咗喺嘅咩乜佢哋啲睇证證號件跑趟";
    /** Surnames that are common words as well: the model of names must agree. */
    private static final String WORDS_TOO = "那都查单代时过关解连成全能从向后明归定申清仲员完乜边点相信衣门年权经越谈干水区盘束满和辛麻哈花平";

    /** The same in messages without any number, which are seldom about one person. */
    private static final String WORDS_ALONE = "来但由迟幸班包公原招白周祝付元管阿武莫金成余闭张应官何盖";

    private static final double ACCEPTED = 3;
    private static final double ACCEPTED_ALONE = 3.5;
    /** 查 is a surname, too. */
    private static final char LOOK_UP = '查';

    private record Candidate(String name, int from, int to, double points) {}

    private NameFinder() {}

    /**
     * The names in a text, each once, in the order of the text.
     *
     * @param text levelled, with gaps in place of codes
     * @param besideCode whether the message holds a code: then a word of unknown kind is rather a name
     */
    static Set<String> find(String text, boolean besideCode) {
        List<Candidate> accepted = new ArrayList<>();
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            accepted.addAll(ofRun(run.group(), besideCode));
        }
        Set<String> names = new LinkedHashSet<>();
        accepted.forEach(candidate -> names.add(candidate.name()));
        if (names.isEmpty()) {
            unknownWord(text, besideCode).ifPresent(names::add);
        }
        return names;
    }

    private static List<Candidate> ofRun(String run, boolean besideCode) {
        Matcher dotted = DOTTED.matcher(run);
        if (run.matches(".*[·•‧・.．].*") && dotted.find()) {
            String name = NOT_NAME.matcher(dotted.group()).replaceFirst("").replaceAll("[.．]", "·");
            return List.of(new Candidate(name, dotted.start(), dotted.end(), ACCEPTED));
        }
        NameWords.Judged judged = NameWords.judge(run);
        List<Candidate> candidates = new ArrayList<>();
        for (int from = 0; from < run.length() - 1; from++) {
            for (int to = from + SHORTEST; to <= Math.min(run.length(), from + LONGEST); to++) {
                String name = run.substring(from, to);
                if (Surnames.canBegin(name)) {
                    double points = points(run, from, to, judged, besideCode);
                    if (points >= (besideCode ? ACCEPTED : ACCEPTED_ALONE)) {
                        candidates.add(new Candidate(name, from, to, points));
                    }
                }
            }
        }
        return withoutOverlaps(candidates);
    }

    private static double points(String run, int from, int to, NameWords.Judged judged, boolean besideCode) {
        String name = run.substring(from, to);
        String left = run.substring(0, from);
        String right = run.substring(to);
        if (TITLED.matcher(run.substring(from)).find() || NameReader.isOtherWord(name)) {
            return 0;
        }
        boolean announced = ANNOUNCED.matcher(left).find();
        boolean whole = left.isEmpty() && right.isEmpty();
        double points = (announced ? 3.5 : left(left)) + right(right) + judged.points(from, to, name, announced);
        for (int i = 1; i < name.length(); i++) {
            points -= SENTENCE.indexOf(name.charAt(i)) >= 0 ? 3 : 0;
        }
        if (!announced) {
            points -= wordToo(name.charAt(0), besideCode);
        }
        return whole && besideCode ? points + 1 : points;
    }

    private static double wordToo(char surname, boolean besideCode) {
        if (surname == LOOK_UP) {
            return 4;
        }
        boolean word = WORDS_TOO.indexOf(surname) >= 0 || !besideCode && WORDS_ALONE.indexOf(surname) >= 0;
        return !word ? 0 : besideCode ? 1.5 : 2.5;
    }

    private static double left(String left) {
        if (left.isEmpty()) {
            return 1.5;
        }
        return BEFORE.matcher(left).find() ? 1 : -2;
    }

    private static double right(String right) {
        if (right.isEmpty()) {
            return 1.5;
        }
        return AFTER.matcher(right).find() ? 1 : -2;
    }

    private static List<Candidate> withoutOverlaps(List<Candidate> candidates) {
        List<Candidate> kept = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::points)
                        .thenComparingInt(candidate -> candidate.to() - candidate.from())
                        .reversed())
                .filter(candidate -> kept.stream().noneMatch(
                        other -> candidate.from() < other.to() && other.from() < candidate.to()))
                .forEach(kept::add);
        kept.sort(Comparator.comparingInt(Candidate::from));
        return kept;
    }

    /** A whole word that no dictionary knows, such as 爨甲子 or 热依汗古丽: beside a code, or after a word that announces a name. */
    private static Optional<String> unknownWord(String text, boolean besideCode) {
        List<String> unknown = new ArrayList<>();
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            Matcher announced = ANNOUNCING.matcher(run.group());
            String word = announced.find() ? run.group().substring(announced.end()) : besideCode ? NameReader.bare(run.group()) : "";
            if (isUnknownName(word)) {
                unknown.add(word);
            }
        }
        return unknown.stream().findFirst();
    }

    /** A word that no dictionary knows, of the length of names. */
    static boolean isUnknownName(String word) {
        boolean fits = word.length() >= SHORTEST && word.length() <= LONGEST_FOREIGN;
        return fits && !NameReader.isOtherWord(word) && hasNoSentence(word) && NameWords.isUnknown(word);
    }

    private static boolean hasNoSentence(String word) {
        return word.chars().noneMatch(c -> SENTENCE.indexOf(c) >= 0) && !TITLED.matcher(word).find();
    }
}
