/** What people asked to be told: holders about a certificate, and how many messages each person agreed to. */
package io.zhengxun.registry.subscription;
