package io.zhengxun.house.broken.zhengxun.notifier;

import io.zhengxun.bot.BotServerApplication;

class KnowsTheBot {
    BotServerApplication other;
}
