/** Guided dialogs: what each asks for, step by step, and where a person is in it. */
package io.zhengxun.bot.dialog;
