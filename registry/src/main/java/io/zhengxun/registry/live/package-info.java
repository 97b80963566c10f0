/** Small things that staff publish: in the memory of every instance seconds later, without a restart. */
package io.zhengxun.registry.live;
