package io.zhengxun.house.broken;

import io.zhengxun.embedded.EmbeddedServers;

class StartsServers {
    EmbeddedServers servers;
}
