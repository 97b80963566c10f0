/** Plays api.weixin.qq.com: each endpoint is one bean of {@code PlatformEndpoint}. */
package io.zhengxun.standalone.simulator.platform;
