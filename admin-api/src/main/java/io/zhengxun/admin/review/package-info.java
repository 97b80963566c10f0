/** The centres' review: work queue, rows with findings, acts, and the catalogue of reasons. */
package io.zhengxun.admin.review;
