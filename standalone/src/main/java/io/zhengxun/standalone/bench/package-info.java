/** Plays WeChat under load against a running system and measures how long its users wait. */
package io.zhengxun.standalone.bench;
