/** Lists of batches: searched, filtered, paged by key at the same cost on every page. */
package io.zhengxun.registry.submission.list;
