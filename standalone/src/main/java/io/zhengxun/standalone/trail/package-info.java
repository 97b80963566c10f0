/** {@code ./verify-trail}: shows that the trail is unaltered, without starting the system. */
package io.zhengxun.standalone.trail;
