/** Everything in one JVM for a newcomer: embedded servers, the three applications, a WeChat simulator, demo data. */
package io.zhengxun.standalone;
