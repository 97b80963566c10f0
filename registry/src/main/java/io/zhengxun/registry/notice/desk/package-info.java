/** What staff see of the notices: lists, the life of each one, statistics, and whom nothing reached. */
package io.zhengxun.registry.notice.desk;
