/** The rules of the house, checked on all modules at once. */
package io.zhengxun.house;
