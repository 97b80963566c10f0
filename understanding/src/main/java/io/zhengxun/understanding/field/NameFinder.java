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
    private static final Pattern NOT_NAME = Pattern.compile("^.*(?:叫|是|係|姓名|名字|[证證]人|查|下|员工|員工|学员|學員|学生|考生|工人|徒弟|同事|朋友|师傅|老乡)(?=\\p{IsHan}{2})");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;
    /** 热依汗古丽: names without a Han surname are longer. */
    private static final int LONGEST_FOREIGN = 6;

    /** What announces a name, or stands before one in a sentence. */
    private static final Pattern ANNOUNCED = Pattern.compile("(?:叫|叫做|姓名|名字|名字是|姓名是|名係|名系|我是|我係|我系|他是|她是|(?:全名|真名|本名)[叫是]?)$");
    private static final Pattern BEFORE = Pattern.compile(
            "(?:是|係|请问|本人|持[证證]人|查|查下|查一下|查询|查詢|帮|幫|帮我|给|俾|畀|核|验|找|看|看下|看一下|睇下|睇|搵|员工|員工|学员|學員|学生|徒弟|同事|朋友|老婆|老公|[妈爸弟哥姐妹儿女]|老乡|妈妈|爸爸|新来的|[人的]|同学"
                    + "|居民|台湾人|[族来來]的|里的|下|哈|和|跟|与|及|个|位|本|唔该|谢谢|你好|您好|订阅|通知|请|核实|核对|核验|验证|考生|[儿女侄]子|员|师傅|学徒|知道|晓得|填|填的|写|写的|署名|签|把|被|是否|有个|江门|高级|中级|初级|安全员|电工|焊工|[证證])$");
    private static final Pattern AFTER = Pattern.compile(
            "^(?:的|嘅|她|他|佢|电话|手机|护照|住|这|那|呢|嗰|本|张|先生|女士|同志|同学|[证證]|查|考|是|係|想|要|有|在|喺|说|身[份分]|性别|性別|男|女|麻烦|谢谢|唔该|你好|到|啥|拿|报|上|出|我|帮|以前|现在|电工|焊工|退休|离职|今年|去年|是否|持|问|和|跟|与|及|[两俩]|上个?月|写成|成绩|没)");
    /** 陈师傅 is how somebody is called, not a name to look up. */
    private static final Pattern TITLED = Pattern.compile(
            "^.{1,2}(?:师傅|師傅|主任|老师|老師|老板|经理|院长|校长|科长|处长|班长|阿姨|小姐|书记)|^.[工总姐哥叔]$|^.[生太][话話讲講叫]|^.[姐哥叔姨嫂婶伯][让叫说讲话来那的帮给听接]");
    /** 康辉教育 is an institution. */
    private static final Pattern INSTITUTION =
            Pattern.compile("^(?:职业|職業|培训|培訓|教育|技能|学校|學校|学院|技校|中心|公司|集团|餐饮|酒店|物业|评价|机构|機構|实业|科技|管理[师師])");
    /** Whoever says so says a name, whatever word it may be otherwise. */
    private static final Pattern CALLED = Pattern.compile("(?:[我他她佢]|本人|名字?|真名|全名|本名)就?(?:叫做?|是)$");
    /** Names of Tibetans are made of two of some dozens of words. */
    private static final Pattern TIBETAN = Pattern.compile(
            "(?:才让|卓玛|扎西|次仁|旦增|丹增|央金|索南|多杰|格桑|尼玛|达瓦|洛桑|平措|仁青|白玛|次旺|罗布|拉姆|央宗|德吉|顿珠|曲珍|桑珠|贡布|普布|边巴|巴桑|米玛|旺堆|旺姆){2}");
    private static final Pattern OF_A_PEOPLE = Pattern.compile("^\\p{IsHan}{1,4}族的?");
    /** Names of Uyghurs that are written without a dot. */
    private static final Pattern UYGHUR = Pattern.compile("\\p{IsHan}{2,5}(?:古丽|努尔|买提|麦提|古力)");
    private static final Pattern ANNOUNCING = Pattern.compile("^.{0,4}(?:名字?叫|[我他她佢]叫|叫做)|^叫");
    /** Characters of which given names are hardly made, and sentences are. */
    private static final String SENTENCE = "的了吗呢啊吧呀么㗎什怎不没要我你您他她它这那哪就都也还或是到过把被让请查办号码几谁咋啥很再又叫找看写填错改收退报交签绑删唔冇咗喺嘅咩乜佢哋啲睇证證號件跑趟";
    /** Surnames that are common words as well: the model of names must agree. */
    private static final String WORDS_TOO = "那都查单代时过关解连成全能从向后明归定申清仲员完乜边点相信衣门年权经越谈干水区盘束满和辛麻哈花平";

    /** The same in messages without any number, which are seldom about one person. */
    private static final String WORDS_ALONE = "来但由迟幸班包公原招白周祝付元管阿武莫金成余闭张应官何盖钱錢都印费常桂阳蓝薄";

    /** Second characters of two that make another word of a surname: 边度, 何解, 都说. */
    private static final String OTHER_WORD_OF_TWO = "度解点點嘢系係话話说說讲先才去来人有得百多能积及线换掉字底间好表纸紙单單相联马拉整为录续某";

    /** For a word beside which names seldom stand; less, where all the words together make a person of it. */
    private static final double STRANGE = -2;
    private static final double STRANGE_BESIDE_A_PERSON = -0.5;

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
        Matcher tibetan = TIBETAN.matcher(text);
        if (tibetan.find()) {
            return Set.of(tibetan.group());
        }
        Optional<String> alone = besideCode ? onlyWord(text) : Optional.empty();
        if (alone.isPresent()) {
            return Set.of(alone.get());
        }
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

    /** 江山, 方向, 陈建工: words otherwise, and names where a number stands beside them and nothing else is said. */
    private static Optional<String> onlyWord(String text) {
        List<String> words = RUN.matcher(Labels.without(text)).results()
                .map(run -> NameReader.bare(run.group()))
                .filter(word -> !word.isEmpty() && !NameReader.isNever(word) && !isTrade(word))
                .toList();
        return words.size() != 1 ? Optional.empty() : Optional.of(words.get(0)).filter(NameFinder::isNameBesideNumber);
    }

    private static boolean isTrade(String word) {
        return NameReader.isTradeOrPlace(word) && !(word.length() == 3 && Surnames.isCertain(word));
    }

    private static boolean isNameBesideNumber(String word) {
        return UYGHUR.matcher(word).matches()
                || Surnames.canBegin(word) && word.length() < LONGEST && hasNoSentence(word)
                        && (Surnames.isCertain(word) || WORDS_TOO.indexOf(word.charAt(0)) < 0 && NameWords.isThing(word) || NameWords.isPerson(word));
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
        if (TITLED.matcher(run.substring(from)).find() || INSTITUTION.matcher(right).find() || isOtherWord(name, left, right)) {
            return 0;
        }
        boolean announced = ANNOUNCED.matcher(left).find();
        boolean whole = left.isEmpty() && right.isEmpty();
        boolean person = !announced && (besideCode || Surnames.isCertain(name)) && judged.isPerson(from, to) && NameWords.isPerson(name);
        double strange = person ? STRANGE_BESIDE_A_PERSON : STRANGE;
        double strangeAfter = name.length() > SHORTEST ? strange : STRANGE;
        double points = (announced ? 3.5 : left(left, strange)) + right(right, strangeAfter) + judged.points(from, to, name, announced);
        for (int i = 1; i < name.length(); i++) {
            points -= SENTENCE.indexOf(name.charAt(i)) >= 0 ? 3 : 0;
        }
        if (!announced) {
            points -= wordToo(name.charAt(0), besideCode);
            points -= name.length() == 2 && OTHER_WORD_OF_TWO.indexOf(name.charAt(1)) >= 0 ? 2.5 : 0;
        }
        if (Surnames.isCompound(name) && name.length() == LONGEST) {
            points += 1;
        }
        return whole && besideCode ? points + 1 : points;
    }

    private static boolean isOtherWord(String name, String left, String right) {
        boolean called = right.isEmpty() && CALLED.matcher(left).find();
        return called ? NameReader.isNever(name) && !NameWords.isPerson(name) : NameReader.isOtherWord(name);
    }

    private static double wordToo(char surname, boolean besideCode) {
        if (surname == LOOK_UP) {
            return 4;
        }
        boolean word = WORDS_TOO.indexOf(surname) >= 0 || !besideCode && WORDS_ALONE.indexOf(surname) >= 0;
        return !word ? 0 : besideCode ? 1.5 : 2.5;
    }

    private static double left(String left, double strange) {
        if (left.isEmpty()) {
            return 1.5;
        }
        return BEFORE.matcher(left).find() ? 1 : strange;
    }

    private static double right(String right, double strange) {
        if (right.isEmpty()) {
            return 1.5;
        }
        return AFTER.matcher(right).find() ? 1 : strange;
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
            String word = announced.find()
                    ? run.group().substring(announced.end())
                    : besideCode ? NameReader.bare(OF_A_PEOPLE.matcher(run.group()).replaceFirst("")) : "";
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
