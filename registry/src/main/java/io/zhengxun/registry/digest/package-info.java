/** What contacts are told of deadlines: one digest for each of them and each run, and a centre's summary in the morning. */
package io.zhengxun.registry.digest;
