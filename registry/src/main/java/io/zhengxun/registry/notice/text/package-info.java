/** The words of notices, and the values that WeChat's templates take: what the platform would refuse cannot be built. */
package io.zhengxun.registry.notice.text;
