/** The parameters of lists: what they mean, or all that is wrong with them at once. */
package io.zhengxun.admin.parameter;
