/** Finds certificate number, name and ID number in what a person typed (Q1, C3a). */
package io.zhengxun.understanding.field;
