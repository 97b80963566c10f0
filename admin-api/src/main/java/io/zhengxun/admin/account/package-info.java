/** Who may use the API until staff accounts exist: a few accounts from configuration, each with its scope. */
package io.zhengxun.admin.account;
