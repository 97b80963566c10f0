/** How everything starts and stops in one process, and what the person who started it is told. */
package io.zhengxun.standalone.start;
