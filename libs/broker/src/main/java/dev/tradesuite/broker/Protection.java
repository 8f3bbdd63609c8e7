package dev.tradesuite.broker;

import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a position is closed again; whichever is reached first cancels the other.
 *
 * @param stopLossPrice where the loss ends; absent for none, or for a trailing stop that begins at its distance
 * @param takeProfitPrice where the profit is taken; absent for none
 * @param trailingStop distance at which the stop follows the best price since the fill; absent: it stays
 */
public record Protection(
        @Nullable BigDecimal stopLossPrice, @Nullable BigDecimal takeProfitPrice, @Nullable Pips trailingStop) {

    public static final Protection NONE = new Protection(null, null, null);

    public Protection {
        if (trailingStop != null && trailingStop.isZero()) {
            throw new IllegalArgumentException("a stop trails at a distance above 0");
        }
    }

    /** A stop and a target that stay where they are. */
    public static Protection of(@Nullable BigDecimal stopLossPrice, @Nullable BigDecimal takeProfitPrice) {
        return new Protection(stopLossPrice, takeProfitPrice, null);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Whether there is a stop, at a price or at a distance. */
    public boolean hasStop() {
        return stopLossPrice != null || trailingStop != null;
    }
}
