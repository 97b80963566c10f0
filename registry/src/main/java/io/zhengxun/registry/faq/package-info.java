/** The answers to what people ask: texts with their sources, which staff edit and publish without a restart. */
package io.zhengxun.registry.faq;
