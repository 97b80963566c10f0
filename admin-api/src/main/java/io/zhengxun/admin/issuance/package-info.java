/** Registering what was issued, and asking how much of it was reported (T3). */
package io.zhengxun.admin.issuance;
