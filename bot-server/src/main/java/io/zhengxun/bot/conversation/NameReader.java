package io.zhengxun.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a person's name among the other words of a message. */
final class NameReader {

    private static final String DOTS = "·•‧・";
    private static final Pattern WORDS = Pattern.compile("[\\p{IsHan}" + DOTS + "]+");
    /** Names in Latin letters, as on a passport; a single word only where a label announces it. */
    private static final Pattern LATIN_NAME = Pattern.compile("[A-Za-z][A-Za-z'.\\-]*(?: +[A-Za-z][A-Za-z'.\\-]*)*");
    private static final Pattern DOTTED_NAME = Pattern.compile("\\p{IsHan}{1,10}(?:[" + DOTS + "]\\p{IsHan}{1,10})+");
    private static final int SHORTEST = 2;
    private static final int LONGEST_UNKNOWN = 4;

    /** Words around a name in a question; the longer ones first. */
    private static final Pattern FILLER = Pattern.compile(
            "职业技能等级证书?|職業技能等級證書?|技能等级证书?|职业资格证书?|技能证书?|等级证书?|证书|證書|高级技师|特级技师|首席技师|高级工|中级工|初级工|学徒工|技师"
                    + "|请帮我|請幫我|帮我|幫我|麻烦你?您?|请问|請問|你好|您好|早上好|下午好|晚上好|谢谢你?您?|謝謝|多谢|唔该|辛苦了"
                    + "|查询一下|查詢一下|查一下|查下|查查|查询|查詢|查证|查看|查|看一下|看看|看下|我想要?|想要?|需要|一下|有没有|有冇|是不是|怎么样|怎么|怎样|点样|点解"
                    + "|我的|本人的?|他的|她的|他|她|我|这是|這是|這個|这个|以下|如下|信息|资料|資料|号码|號碼|考试|成绩|时间|何时|什么时候|什么|多少钱|多少"
                    + "|电话|地址|公司|单位|职业|工种|等级|日期|进度|到哪一步|到哪里|到哪|哪里|在哪|上网|国网|能否|能不能|可以|能|吗|嗎|呢|啊|呀|吧|的|了|和|与|及|是");

    private NameReader() {}

    /** The name that begins a stretch announced as a name; the first word of it, whatever its surname. */
    static Optional<String> announced(String text) {
        Matcher latin = LATIN_NAME.matcher(text);
        if (latin.lookingAt()) {
            return Optional.of(latin.group());
        }
        return words(text).stream().findFirst();
    }

    /** The words of a stretch that may be names: without filler, with a known surname or a middle dot. */
    static List<String> likely(String text) {
        return words(text).stream()
                .filter(word -> Surnames.canBegin(word) || DOTTED_NAME.matcher(word).matches())
                .toList();
    }

    /** The words of a stretch that have at least the length of a name, known surname or not. */
    static List<String> possible(String text) {
        List<String> names = new ArrayList<>();
        for (String word : words(text)) {
            int length = word.codePointCount(0, word.length());
            if (length >= SHORTEST && length <= LONGEST_UNKNOWN) {
                names.add(word);
            }
        }
        Matcher latin = LATIN_NAME.matcher(text);
        while (latin.find()) {
            if (latin.group().indexOf(' ') > 0) {
                names.add(latin.group());
            }
        }
        return names;
    }

    /** Whether nothing but these words and filler stands in the text. */
    static boolean isAllOf(String text, String word) {
        return FILLER.matcher(text.replace(word, "")).replaceAll("").chars().noneMatch(Character::isLetterOrDigit);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher run = WORDS.matcher(text);
        while (run.find()) {
            for (String word : FILLER.split(run.group())) {
                if (!word.isBlank()) {
                    words.add(word);
                }
            }
        }
        return words;
    }
}
