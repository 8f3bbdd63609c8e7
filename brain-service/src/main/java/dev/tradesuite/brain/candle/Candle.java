package dev.tradesuite.brain.candle;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One closed bar with exact prices.
 *
 * @param openTime start of the bar, UTC
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume traded volume or number of quotes; null when the source has none
 */
public record Candle(
        Instant openTime,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        @Nullable BigDecimal volume) {

    public Candle {
        if (high.compareTo(open) < 0 || high.compareTo(close) < 0 || high.compareTo(low) < 0) {
            throw new IllegalArgumentException("high " + high + " is below another price of the candle");
        }
        if (low.signum() <= 0 || low.compareTo(open) > 0 || low.compareTo(close) > 0) {
            throw new IllegalArgumentException("low " + low + " is not positive or above another price of the candle");
        }
        if (volume != null && volume.signum() < 0) {
            throw new IllegalArgumentException("volume must not be negative, was " + volume);
        }
    }

    /** Whether open, high, low and close are the same price. */
    public boolean flat() {
        return high.compareTo(low) == 0;
    }
}
