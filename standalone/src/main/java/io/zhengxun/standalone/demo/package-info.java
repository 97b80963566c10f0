/** Invented institutions, holders and certificates for trying things out; the same ones on every machine. */
package io.zhengxun.standalone.demo;
