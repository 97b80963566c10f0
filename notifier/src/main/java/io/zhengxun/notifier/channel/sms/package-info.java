/** Text messages, through a provider and by templates that the provider has approved. */
package io.zhengxun.notifier.channel.sms;
