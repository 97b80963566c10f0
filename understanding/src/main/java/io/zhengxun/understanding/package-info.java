/** What a message says: its fields and its intent (rulebook, section 8). No text leaves the machine. */
package io.zhengxun.understanding;
