/** Answers holders' questions in WeChat. */
package io.zhengxun.bot;
