package io.zhengxun.understanding.field;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds a person's name among the other words of a message. A word is taken whole where it can be a name: 郭永和 and 张能 hold
 * particles, and cutting those out of them would search for somebody else.
 */
final class NameReader {

    /** A stretch's name, if it has one, and what is left of the stretch without it. */
    record Announced(Optional<String> name, String rest) {}

    private static final String HAN = "\\p{IsHan}·•‧・";
    private static final Pattern WORD = Pattern.compile("[" + HAN + "]+");
    private static final Pattern FIRST_WORDS = Pattern.compile("[" + HAN + "]+(?: +[" + HAN + "]+)*");
    /** A name typed in pieces, 张 三 or 欧阳 甲 子: the surname apart, or single characters after the first piece. */
    private static final Pattern SPREAD =
            Pattern.compile("(?<![" + HAN + "])([" + HAN + "]{1,2})((?: +[" + HAN + "]{1,2}){1,2})(?![" + HAN + "])");
    private static final Pattern SINGLE_PIECES = Pattern.compile("(?: +[" + HAN + "])+");
    /** What a label announces up to the next gap, when it mixes letters, digits or signs into a name. */
    private static final Pattern MIXED = Pattern.compile("(?=\\S*[" + HAN + "])(?=\\S*[A-Za-z0-9*?])(?!\\S*[A-Za-z0-9]{8})[" + HAN
            + "A-Za-z0-9*?'.\\-]{2,20}(?![" + HAN + "A-Za-z0-9*?])");
    /** As on a passport; a word that runs into a digit belongs to a number. */
    private static final String LATIN_WORD = "[A-Za-z][A-Za-z'.\\-]*+(?![0-9])";
    private static final Pattern LATIN_NAME = Pattern.compile(LATIN_WORD + "(?: +" + LATIN_WORD + ")*");
    private static final Pattern DOTTED_NAME = Pattern.compile("\\p{IsHan}{1,10}(?:[·•‧・]\\p{IsHan}{1,10})+");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;

    /** What follows a name without a gap, as on a photographed identity card or in a sentence. */
    private static final Pattern TAIL = Pattern.compile(
            "(?:性别|性別|民族|出生|住址|籍贯|年龄|年齡|电话|電話|手机|手機|职业|職業|工种|工種|等级|等級|[的嘅]?证书|[的嘅]?證書|的?技能|想查|要查|查询|查詢|查一下|查下|谢谢|謝謝|你好|您好).*$");

    /** Words around a name, taken off its ends. */
    private static final Pattern BEFORE = Pattern.compile(
            "^(?:你好|您好|早上好|下午好|晚上好|请问|請問|请|請|帮我|幫我|帮忙|帮|幫|麻烦|我想|想要|想|要|查询一下|查询下|查询|查詢|查一下|查下|查|看一下|看|我的|本人|我|他|她|这是|這是|是|叫|名字|持证人)");
    private static final Pattern AFTER = Pattern.compile(
            "(?:的|嘅|证书|證書|技能证|谢谢|謝謝|多谢|查一下|查下|查询|查詢|一下|看看|看下|在哪|到哪|吗|嗎|呢|啊|呀|吧|先生|女士|同学|师傅)$");

    /** Words that are no name, whatever they begin with. */
    private static final Pattern NEVER = Pattern.compile(
            ".*(?:证书|證書|查询|查詢|进度|成绩|信息|编号|編號|号码|號碼|身份|证件|谢谢|謝謝|多谢|你好|您好|帮助|人工|投诉|电话|地址|公司|单位|国网|上网|考试).*"
                    + "|(?:明天|明年|明日|今天|昨天|后天|现在|马上|时候|时间|那本|那个|那张|这本|这个|应该|应当|方便|能不能|能否|可以|全部|不知|没有|好的).{0,3}"
                    + "|[嗯哦噢喔哈唉诶]+|客服|真人|机器人|.*(?:官网|银行|订单|快递|退款|工单|单号|卡号|模板|批次|机构).*|何时|什么|多少|多久|怎么|怎样|一本|方法|常见|知道了?|收到"
                    // 老王, 阿强: how somebody is called, not a name to look up.
                    + "|[老小阿]\\p{IsHan}|.*一位.*|[张張][表單单紙纸相].*");

    /** What is said of oneself or of a stretch (高兴死了): a name only where it is announced or stands alone beside a number. */
    private static final Pattern MOOD = Pattern.compile("高兴|马上|安静|常识");

    /** Words of English sentences, of which no name holds one; the short ones are names as well, with a capital: To, An, Do. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(?:a|an|are|be|can|do|hi|how|in|is|it|me|my|no|of|on|or|to|who|why"
                    + "|(?i:and|cannot|cert|certificate|check|could|does|find|for|from|have|hello|help|i|id|level|lost|name|need|not|number|paper"
                    + "|passport|please|pls|query|search|thanks?|the|this|verify|want|was|what|when|where|which|with|you|your))\\b");

    private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Za-z'.\\-]*(?: +[A-Z][A-Za-z'.\\-]*)+");

    /** An English sentence that gives a name. */
    private static final Pattern LATIN_ANNOUNCED = Pattern.compile(
            "(?:(?i:name is|i am|i'm|this is)) +((?:[A-Z][A-Za-z'.\\-]*)(?: +[A-Z][A-Za-z'.\\-]*){1,3})");

    /** What no given name holds, behind the surname: 那怎么办, 都没有. */
    private static final Pattern IN_SENTENCES =
            Pattern.compile(".+[的了吗呢啊吧呀么怎不没我你您他她它这咗喺嘅咩乜佢哋啲睇唔冇].*|.一下");
    private static final Pattern CAPITALIZED = Pattern.compile("(?!(?i:hello|thanks?|okay|yes|help|bye|menu)$)[A-Z][A-Za-z'.\\-]{2,}");

    /** Trades, levels and places: names only where nothing else can be meant. */
    private static final Pattern SELDOM = Pattern.compile(".*(?:工|员|師|师|市|省|县|区|局|中心|学校|学院)"
            + "|(?:高级|中级|初级|特级|首席|学徒).{0,3}"
            + "|高低压|安全|计算机|公共|健康|康复"
            + "|江门|阳江|云浮|梅州|揭阳|湛江|广州|深圳|珠海|汕头|佛山|韶关|河源|惠州|汕尾|东莞|中山|茂名|肇庆|清远|潮州|广东");

    private NameReader() {}

    /** The name that begins a stretch announced as one, whatever its surname. */
    static Announced announced(String text) {
        Matcher mixed = MIXED.matcher(text);
        if (mixed.lookingAt()) {
            // 张3: handed on whole, so that the wrong character is named and not dropped (C3a).
            return new Announced(Optional.of(mixed.group()), text.substring(mixed.end()));
        }
        Matcher latin = LATIN_NAME.matcher(text);
        if (latin.lookingAt()) {
            return new Announced(Optional.of(latin.group()), text.substring(latin.end()));
        }
        Matcher words = FIRST_WORDS.matcher(text);
        if (!words.lookingAt()) {
            return new Announced(Optional.empty(), text);
        }
        String first = firstName(words.group());
        String name = TAIL.matcher(first).replaceFirst("");
        return new Announced(Optional.of(name.isEmpty() ? first : name), text.substring(first.length()));
    }

    /** Like {@link #announced}, but only what can be nothing else: Latin letters, a middle dot, or wrong characters in a name. */
    static Announced surelyAnnounced(String text) {
        Announced announced = announced(text);
        boolean sure = announced.name().filter(name -> !WORD.matcher(name).matches() || DOTTED_NAME.matcher(name).matches()).isPresent();
        return sure ? announced : new Announced(Optional.empty(), text);
    }

    /** The first word, with the second where surname and given name stand apart. */
    private static String firstName(String words) {
        Matcher spread = SPREAD.matcher(words);
        if (spread.lookingAt() && isSpreadName(spread)) {
            return spread.group();
        }
        int space = words.indexOf(' ');
        return space < 0 ? words : words.substring(0, space);
    }

    /** A message as a name where a name was asked for: any surname, also 建工 for a given name; but no sentence. */
    static Optional<String> asked(String text) {
        String joined = joined(text).strip();
        boolean name = WORD.matcher(joined).matches() ? isHanName(joined) : isLatinName(joined);
        return Optional.of(joined).filter(word -> name && !NEVER.matcher(word).matches() && !MOOD.matcher(word).matches());
    }

    private static boolean isHanName(String word) {
        if (word.codePointCount(0, word.length()) < SHORTEST) {
            return false;
        }
        if (DOTTED_NAME.matcher(word).matches()) {
            return true;
        }
        return Surnames.canBegin(word) ? !IN_SENTENCES.matcher(word).matches() : NameFinder.isUnknownName(word);
    }

    /** One word alone is a name if it is written as one: ok and zhengshu are none. */
    private static boolean isLatinName(String words) {
        return LATIN_NAME.matcher(words).matches() && (isOfSeveralWords(words) || CAPITALIZED.matcher(words).matches());
    }

    /** A word that is no name, whatever it begins with: words of this service, trades, levels, places. */
    static boolean isOtherWord(String word) {
        return isNever(word) || isTradeOrPlace(word) || MOOD.matcher(word).matches();
    }

    static boolean isNever(String word) {
        return NEVER.matcher(word).matches();
    }

    static boolean isTradeOrPlace(String word) {
        return SELDOM.matcher(word).matches();
    }

    /** A name in Latin letters of two to four words, and no English sentence. */
    static Set<String> latin(String text) {
        Set<String> names = new LinkedHashSet<>();
        LATIN_NAME.matcher(text).results().map(MatchResult::group).flatMap(NameReader::latinNames).forEach(names::add);
        return names;
    }

    /** Wong Siu Ming in: my name is Wong Siu Ming. */
    static Optional<String> latinAnnounced(String text) {
        Matcher announced = LATIN_ANNOUNCED.matcher(text);
        return announced.find() ? Optional.of(announced.group(1)) : Optional.empty();
    }

    /** The words as they stand, or of a sentence those with capitals. */
    private static Stream<String> latinNames(String words) {
        return isOfSeveralWords(words)
                ? Stream.of(words)
                : CAPITALS.matcher(words).results().map(MatchResult::group).filter(NameReader::isOfSeveralWords);
    }

    private static boolean isOfSeveralWords(String words) {
        int count = words.split(" +").length;
        return count > 1 && count <= LONGEST && !ENGLISH.matcher(words).find();
    }

    /** 张 三 becomes 张三. */
    static String joined(String text) {
        return SPREAD.matcher(text).replaceAll(spread -> isSpreadName(spread) ? spread.group().replace(" ", "") : spread.group());
    }

    private static boolean isSpreadName(MatchResult spread) {
        String joined = spread.group().replace(" ", "");
        return joined.length() <= LONGEST
                && (Surnames.contains(spread.group(1))
                        || SINGLE_PIECES.matcher(spread.group(2)).matches() && Surnames.canBegin(joined));
    }

    /** Without the words around it: first those before it, since what follows a name may stand before it as well. */
    static String bare(String word) {
        String begun = without(BEFORE, word);
        return without(AFTER, TAIL.matcher(begun).replaceFirst(""));
    }

    private static String without(Pattern end, String word) {
        String shorter = end.matcher(word).replaceFirst("");
        return shorter.equals(word) ? word : without(end, shorter);
    }
}
