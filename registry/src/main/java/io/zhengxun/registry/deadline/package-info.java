/** Rules D1–D11, working days and legal time: by when something is due, and why. */
package io.zhengxun.registry.deadline;
