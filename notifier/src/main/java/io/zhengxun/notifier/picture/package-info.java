/** Fetches the pictures of complaints before the platform deletes them (X1). */
package io.zhengxun.notifier.picture;
