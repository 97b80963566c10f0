/** Staff see what became of notices, and steer them: send again, stop, phone. */
package io.zhengxun.admin.notice;
