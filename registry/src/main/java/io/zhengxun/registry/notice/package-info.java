/** What must be told to whom: recorded with its cause, sent later. */
package io.zhengxun.registry.notice;
