/** Staff of the province see who waits for a person's answer, read what was said, take, answer and close it. */
package io.zhengxun.admin.consultation;
