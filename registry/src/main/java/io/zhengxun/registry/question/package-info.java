/** What people asked and nobody understood: collected without their data, grouped, counted, and taught by staff. */
package io.zhengxun.registry.question;
