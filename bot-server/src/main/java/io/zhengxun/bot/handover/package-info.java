/** Hands people over to a person: opens consultations from the chat, adds what is said more, and says when to expect an answer. */
package io.zhengxun.bot.handover;
