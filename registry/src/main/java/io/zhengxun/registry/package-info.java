/** The domain of vocational skill level certificates: each package below is one concept with one public front. */
package io.zhengxun.registry;
