/** The review of batches at the centres: work queue, acts, machine findings, and the catalogue of reasons (R1, R2, K8). */
package io.zhengxun.registry.submission.review;
