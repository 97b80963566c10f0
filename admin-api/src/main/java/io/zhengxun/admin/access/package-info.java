/** The door of the API: who it is, by session or by the identity platform's token, and whether that person may pass. */
package io.zhengxun.admin.access;
