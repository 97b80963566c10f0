/** Batches of certificate data: what is checked on receipt, at which stage they are, by when that is due. */
package io.zhengxun.registry.submission;
