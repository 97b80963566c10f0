/** Who may do what at the API, said at each of its methods; and how administrators keep the accounts. */
package io.zhengxun.admin.account;
