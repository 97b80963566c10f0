/** An SMTP server that takes every e-mail and shows it, so that none leaves this machine. */
package io.zhengxun.standalone.simulator.mail;
