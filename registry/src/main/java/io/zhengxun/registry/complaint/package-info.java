/** Complaints of holders: filed in WeChat, dealt with by a centre, answered within D11 (X1). */
package io.zhengxun.registry.complaint;
