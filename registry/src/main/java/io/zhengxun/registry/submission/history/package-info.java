/** What happened to a batch and to a certificate, put together for people who look back (W4, R3). */
package io.zhengxun.registry.submission.history;
