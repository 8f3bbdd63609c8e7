package dev.tradesuite.orchestrator.order;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A closed candle, as far as filling orders needs it.
 *
 * @param symbol instrument
 * @param openTime start
 * @param closeTime end
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 */
public record Bar(
        String symbol,
        Instant openTime,
        Instant closeTime,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close) {

    public Bar {
        if (!openTime.isBefore(closeTime) || high.compareTo(low) < 0) {
            throw new IllegalArgumentException(
                    "no bar of %s: %s to %s, high %s, low %s".formatted(symbol, openTime, closeTime, high, low));
        }
    }

    /** The bar as somebody saw it who came in the middle: of its prices only the last is known to be later. */
    public Bar closeOnly() {
        return new Bar(symbol, openTime, closeTime, close, close, close, close);
    }
}
