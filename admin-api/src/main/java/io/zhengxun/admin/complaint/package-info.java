/** Complaints of holders at the API: listed, looked at, dealt with (X1). */
package io.zhengxun.admin.complaint;
