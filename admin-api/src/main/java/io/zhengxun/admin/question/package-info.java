/** Staff of the province see what the bot did not understand and teach it what that means. */
package io.zhengxun.admin.question;
