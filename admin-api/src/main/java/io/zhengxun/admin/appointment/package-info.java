/** The data managers of the cities and their hand-overs (W3). */
package io.zhengxun.admin.appointment;
