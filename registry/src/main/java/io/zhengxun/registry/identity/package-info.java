/** Identities that people bound to their WeChat by consent, so that they need not give them again (Q7). */
package io.zhengxun.registry.identity;
