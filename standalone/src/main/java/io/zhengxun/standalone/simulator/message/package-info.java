/** Messages that an account sends to its users: checked, counted and reported as the platform does. */
package io.zhengxun.standalone.simulator.message;
