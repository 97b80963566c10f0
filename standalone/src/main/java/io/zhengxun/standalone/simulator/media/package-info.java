/** What users of the simulated WeChat sent beside words, as the account fetches it. */
package io.zhengxun.standalone.simulator.media;
