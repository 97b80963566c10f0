/** On which days somebody is told of a deadline, and that nobody is told twice (T5, T7). */
package io.zhengxun.registry.deadline.alert;
