/** What can be made to go wrong between the platform and the bot. */
package io.zhengxun.standalone.simulator.fault;
