/** The REST API of institutions' and centres' staff. */
package io.zhengxun.admin;
