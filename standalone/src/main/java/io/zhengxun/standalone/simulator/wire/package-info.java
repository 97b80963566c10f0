/** How the platform writes, signs and encrypts what it pushes, and how it reads what comes back. */
package io.zhengxun.standalone.simulator.wire;
