/** How the registry refuses: by the fact, with a stable code and the rule that says so. */
package io.zhengxun.registry.refusal;
