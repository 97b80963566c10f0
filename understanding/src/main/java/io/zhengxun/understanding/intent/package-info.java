/** Finds out what a person wants: a sentence model and character n-grams under one linear classifier, trained on phrasings. */
package io.zhengxun.understanding.intent;
