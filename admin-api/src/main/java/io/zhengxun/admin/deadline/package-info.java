/** Due dates for anyone who asks: how long there is by the rules, and why. */
package io.zhengxun.admin.deadline;
