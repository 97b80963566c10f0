/** The phones: what their users send, how it reaches the bot, and what they see of the answer. */
package io.zhengxun.standalone.simulator.chat;
