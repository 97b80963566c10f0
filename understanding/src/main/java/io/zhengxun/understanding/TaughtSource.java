package io.zhengxun.understanding;

import io.zhengxun.understanding.intent.Question;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where an application keeps what staff taught.
 *
 * @param edition rises with every change; asked for every few seconds
 * @param all everything that is taught now, the latest first
 */
public record TaughtSource(LongSupplier edition, Supplier<List<Question>> all) {}
