package io.zhengxun.house.broken.zhengxun.wechat;

import io.zhengxun.bot.BotServerApplication;

class KnowsTheBot {
    BotServerApplication application;
}
