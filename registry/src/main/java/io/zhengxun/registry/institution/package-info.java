/** Institutions that issue certificates, their filed scope and the regions they belong to. */
package io.zhengxun.registry.institution;
