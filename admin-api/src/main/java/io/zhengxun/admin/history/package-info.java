/** What happened to a batch and to a certificate, for those who may see it (W4). */
package io.zhengxun.admin.history;
