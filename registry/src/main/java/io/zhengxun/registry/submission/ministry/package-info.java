/** What goes to the ministry centre and what comes back from it: exports and receipts (R4). */
package io.zhengxun.registry.submission.ministry;
