/** The header Idempotency-Key as an argument of controllers, so that a client may repeat a request. */
package io.zhengxun.admin.request;
