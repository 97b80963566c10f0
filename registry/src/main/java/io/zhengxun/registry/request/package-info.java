/** Requests that may be repeated and are acted on once. */
package io.zhengxun.registry.request;
