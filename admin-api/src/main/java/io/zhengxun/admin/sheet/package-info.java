/** Sheets of certificate data: read row by row, given back with the errors in them, and the empty template. */
package io.zhengxun.admin.sheet;
