package io.zhengxun.house.broken;

import me.chanjar.weixin.mp.api.WxMpService;

class KnowsWxJava {
    WxMpService service;
}
