package io.zhengxun.bot.callback;

import io.zhengxun.registry.privacy.Vault;
import io.zhengxun.wechat.MiniProgramAccount;
import io.zhengxun.wechat.WeChatAccount;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A door for each of our accounts. */
@Component
class CallbackDoors {

    private final CallbackDoor official;
    private final CallbackDoor mini;

    CallbackDoors(
            WeChatAccount account, MiniProgramAccount program, CallbackSettings settings, Vault vault, Clock clock) {
        official = new CallbackDoor(PushingAccount.of(account), settings, vault, clock);
        mini = program.isConfigured() ? new CallbackDoor(PushingAccount.of(program), settings, vault, clock) : null;
    }

    /** @throws RefusedPush for an account that is not ours */
    CallbackDoor of(String appId) {
        if (official.isOf(appId)) {
            return official;
        }
        if (mini != null && mini.isOf(appId)) {
            return mini;
        }
        throw new RefusedPush(HttpStatus.NOT_FOUND, "unknown account");
    }

    /** Where people write. */
    CallbackDoor official() {
        return official;
    }
}
