/** Who is a city's data manager, and how one hands the work over to the next (W3, Annex 2). */
package io.zhengxun.registry.appointment;
