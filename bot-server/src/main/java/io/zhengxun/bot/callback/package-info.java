/** The door that WeChat pushes to: who may enter, each message worked on once, an answer in time whatever happens. */
package io.zhengxun.bot.callback;
