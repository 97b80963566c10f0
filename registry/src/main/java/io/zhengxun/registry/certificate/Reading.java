package io.zhengxun.registry.certificate;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What came of reading a typed value (C3a): the value, or all its flaws at once (C6). Nothing is corrected silently;
 * only what does not change a character's identity (full width, spaces, dashes, case) is levelled.
 */
public sealed interface Reading<T> {

    /** The value, if it is right. */
    Optional<T> accepted();

    /** All flaws found; empty exactly if the value is right. */
    List<Flaw> flaws();

    static <T> Reading<T> of(List<Flaw> flaws, Supplier<T> value) {
        return flaws.isEmpty() ? new Valid<>(value.get()) : new Doubtful<>(flaws);
    }

    record Valid<T>(T value) implements Reading<T> {
        @Override
        public Optional<T> accepted() {
            return Optional.of(value);
        }

        @Override
        public List<Flaw> flaws() {
            return List.of();
        }
    }

    record Doubtful<T>(List<Flaw> flaws) implements Reading<T> {
        public Doubtful {
            if (flaws.isEmpty()) {
                throw new IllegalArgumentException("A doubtful reading names at least one flaw");
            }
            flaws = List.copyOf(flaws);
        }

        @Override
        public Optional<T> accepted() {
            return Optional.empty();
        }
    }
}
