/** Work that is done over and over, at once while there is some and seldom while there is none. */
package io.zhengxun.notifier.loop;
