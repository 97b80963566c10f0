/** Handing in certificate data, and asking what came of it. */
package io.zhengxun.admin.submission;
