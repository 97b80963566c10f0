/** The trail: who asked for what, and who did what, in chains that show any later change. */
package io.zhengxun.registry.audit;
