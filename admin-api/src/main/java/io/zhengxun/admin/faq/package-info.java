/** Staff of the province write the bot's answers, try them out, publish them and go back to earlier ones. */
package io.zhengxun.admin.faq;
