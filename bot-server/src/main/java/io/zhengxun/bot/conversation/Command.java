package io.zhengxun.bot.conversation;

import io.zhengxun.understanding.text.Levelling;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be said at any time, whatever is asked for. Only whole messages count: these words within others say something else. */
enum Command {
    BACK("返回", "上一步", "返回上一步", "回到上一步", "后退", "返回上一级", "返去", "返转头", "返上一步"),
    CANCEL("取消", "退出", "取消操作", "取消办理", "取消填写", "不办了", "不填了", "不查了", "算了", "算了吧", "没事了", "不弄了", "不搞了", "不投诉了", "唔搞啦", "唔使啦", "唔查啦", "取消啦", "唔要啦"),
    RESTART("重新开始", "从头开始", "重来", "重新来", "重新来过", "从头来", "重新填写", "重新填", "由头嚟过", "再嚟过"),
    RESUME("继续", "继续刚才的", "接着来", "继续办理", "继续填写", "继续啦"),
    HUMAN("人工", "转人工", "人工客服", "人工服务", "找人工", "转人工客服", "转人工服务", "转接人工", "我要人工", "要人工", "真人", "转真人", "真人客服"),
    HELP("帮助", "菜单", "功能", "使用说明", "help", "menu"),
    USEFUL("有用"),
    USELESS("没用", "没有用", "冇用");

    /** These may also answer a question; where they do not, nothing more is wanted. */
    private static final Set<String> GIVING_UP =
            Set.of("不用", "不用了", "不要了", "不需要", "不需要了", "不必了", "没有了", "唔使", "唔使喇", "唔要", "冇嘢啦");

    private static final Levelling LEVELLING = new Levelling();
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 40;

    private final Set<String> words;

    Command(String... words) {
        this.words = Set.of(words);
    }

    /** Whether it means nothing but to go on, back or out of a dialog. */
    boolean isAboutDialogs() {
        return switch (this) {
            case BACK, CANCEL, RESTART, RESUME -> true;
            case HUMAN, HELP, USEFUL, USELESS -> false;
        };
    }

    /** Whatever the punctuation, spaces, traditional characters and the width. */
    static Optional<Command> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(typed);
        return Arrays.stream(values()).filter(command -> command.words.contains(plain)).findFirst();
    }

    /** Whether somebody wants no more of a dialog that cannot use these words. */
    static boolean givesUp(String typed) {
        return typed.length() <= LONGEST && GIVING_UP.contains(plain(typed));
    }

    /** Whether a message begins with the command, and a sign or a space sets it apart from what else is said. */
    static boolean begins(String typed, Command command) {
        String[] parts = SIGNS.split(typed.strip(), 2);
        return parts.length == 2 && read(parts[0]).filter(command::equals).isPresent();
    }

    /** Letters and digits alone, in one spelling; empty when nothing can be read, as of emoji. */
    static String plain(String typed) {
        return LEVELLING.plain(typed);
    }
}
