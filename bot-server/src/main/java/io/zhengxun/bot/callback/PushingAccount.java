package io.zhengxun.bot.callback;

import io.zhengxun.bot.receipt.Source;
import io.zhengxun.wechat.MiniProgramAccount;
import io.zhengxun.wechat.WeChatAccount;
import io.zhengxun.wechat.WeChatAccount.Mode;
import java.util.List;
import java.util.stream.Stream;

/** One of our accounts, as far as its pushes need it. */
record PushingAccount(Source source, String appId, String token, List<String> aesKeys, Mode mode) {

    static PushingAccount of(WeChatAccount account) {
        return new PushingAccount(
                Source.OFFICIAL_ACCOUNT, account.appId(), account.token(),
                given(account.aesKey(), account.previousAesKey()), account.mode());
    }

    static PushingAccount of(MiniProgramAccount mini) {
        return new PushingAccount(
                Source.MINI_PROGRAM, mini.appId(), mini.token(), given(mini.aesKey(), mini.previousAesKey()), mini.mode());
    }

    private static List<String> given(String... keys) {
        return Stream.of(keys).filter(key -> !key.isEmpty()).toList();
    }

    /** The id only: everything else opens the account. */
    @Override
    public String toString() {
        return "PushingAccount[" + source + ", " + appId + "]";
    }
}
