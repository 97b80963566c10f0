/** What the province sends to the ministry and gets back from it (R4). */
package io.zhengxun.admin.ministry;
