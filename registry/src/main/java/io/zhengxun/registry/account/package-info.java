/** The staff of institutions and centres: who they are, what they may do and for whom. */
package io.zhengxun.registry.account;
