/** How the API refuses: problem details (RFC 9457) with a stable code and a Chinese text. */
package io.zhengxun.admin.problem;
