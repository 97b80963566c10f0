package io.zhengxun.house.broken.zhengxun.admin;

import io.zhengxun.bot.BotServerApplication;

class KnowsTheBot {
    BotServerApplication other;
}
