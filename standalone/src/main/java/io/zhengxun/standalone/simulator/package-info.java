/** A development aid that plays WeChat towards the bot: this package holds its page and who may use it. */
package io.zhengxun.standalone.simulator;
