/** The contacts of institutions and centres at the API: looking them up, keeping them, inviting them to WeChat. */
package io.zhengxun.admin.contact;
