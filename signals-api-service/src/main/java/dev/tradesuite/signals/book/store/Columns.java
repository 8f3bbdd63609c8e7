package dev.tradesuite.signals.book.store;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as arrays of columns, for statements that write many rows at once with {@code unnest}. */
final class Columns<T> {

    private final List<T> rows;

    Columns(Collection<T> rows) {
        this.rows = List.copyOf(rows);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** A column in the text form of its type, to be cast there. */
    String[] texts(Function<T, @Nullable Object> column) {
        return rows.stream().map(column).map(Columns::text).toArray(String[]::new);
    }

    Integer[] ints(Function<T, Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }

    Double[] doubles(Function<T, Double> column) {
        return rows.stream().map(column).toArray(Double[]::new);
    }

    Boolean[] booleans(Function<T, Boolean> column) {
        return rows.stream().map(column).toArray(Boolean[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
