/** The trail of acts for those who may see it, and the proof that it is unaltered (W4). */
package io.zhengxun.admin.audit;
