/** Any list of the API as a workbook, written while it is read. */
package io.zhengxun.admin.export;
