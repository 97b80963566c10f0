/** Due dates for anyone who asks, the open deadlines of one's scope, and the calendar that they follow. */
package io.zhengxun.admin.deadline;
