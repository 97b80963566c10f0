/** WeChat's three ways to a person: template messages, subscription notices, the mini-program's subscription messages. */
package io.zhengxun.notifier.channel.wechat;
