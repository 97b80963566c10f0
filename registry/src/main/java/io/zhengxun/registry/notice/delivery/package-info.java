/** How notices get through: claimed by workers, outcomes and reports recorded, channels stopped and released. */
package io.zhengxun.registry.notice.delivery;
