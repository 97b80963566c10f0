package io.zhengxun.bot.own;

import io.zhengxun.understanding.text.Levelling;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody wants about their own data. Only whole messages count: these words within others are questions. */
enum OwnWish {
    LOOK("(?:查看|看看|看下|看一下|睇下|睇)?我(?:的|嘅)?(?:个人)?(?:信息|资料|数据)(?:查询)?|我(?:的|嘅)身份|查看绑定身份|我绑定(?:了谁|的身份)"),
    BIND("(?:我要|我想|想)?(?:绑定(?:我的|我嘅|本人)?(?:身份|本人)(?:信息)?|(?:身份|本人|实名)绑定|实名认证)"),
    UNBIND("(?:我要|我想|想)?(?:解绑|解除绑定|取消绑定|解除|取消)(?:(?:我的|我嘅|本人)?身份(?:绑定)?|本人)?(?:绑定)?"),
    EXPORT("(?:我要|我想|想|帮我)?(?:导出|下载|拎走)(?:我(?:的|嘅)?)?(?:个人)?(?:信息|资料|数据)"),
    DELETE("(?:我要|我想|想|帮我|请)?(?:删除|删掉|删咗|清除|清空|注销)我(?:的|嘅)?(?:个人|全部|所有)?(?:信息|资料|数据)|(?:我要|我想)?撤回同意|(?:我要|我想)?撤销同意");

    private static final Levelling LEVELLING = new Levelling();
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 40;

    private final Pattern words;

    OwnWish(String words) {
        this.words = Pattern.compile(words);
    }

    /** Whatever the punctuation, spaces and traditional characters; empty if the message is about something else. */
    static Optional<OwnWish> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = SIGNS.matcher(LEVELLING.level(typed)).replaceAll("");
        // 取消 and 解除 alone are said of whatever is under way.
        return plain.equals("取消") || plain.equals("解除")
                ? Optional.empty()
                : Arrays.stream(values()).filter(wish -> wish.words.matcher(plain).matches()).findFirst();
    }
}
