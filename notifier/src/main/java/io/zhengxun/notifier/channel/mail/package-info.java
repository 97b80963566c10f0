/** E-mail, through the centre's own mail server. */
package io.zhengxun.notifier.channel.mail;
