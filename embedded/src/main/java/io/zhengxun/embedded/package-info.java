/** MariaDB and Redis as child processes of this JVM, for standalone and for tests: started, watched and stopped here. */
package io.zhengxun.embedded;
