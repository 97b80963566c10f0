/** Levels what people type before it is understood: characters, spelling, Cantonese words, sounds. */
package io.zhengxun.understanding.text;
