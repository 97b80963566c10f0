package io.zhengxun.understanding.intent;

/** An intent and how sure it is, between 0 and 1. */
public record Guess(Intent intent, double score) {}
