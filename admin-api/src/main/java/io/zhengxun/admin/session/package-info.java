/** Log-in, sessions that can be ended at once, and what people do with their own account. */
package io.zhengxun.admin.session;
