/** Institutions and what they may assess, as filed (C4). */
package io.zhengxun.admin.institution;
