/** The trail: who asked for what. */
package io.zhengxun.registry.audit;
