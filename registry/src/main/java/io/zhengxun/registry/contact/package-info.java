/** The people who are told on behalf of institutions and centres: their duties, their channels, their binding to WeChat. */
package io.zhengxun.registry.contact;
