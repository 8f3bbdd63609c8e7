package dev.tradesuite.broker;

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
public record BrokerCandle(
        String symbol,
        Instant openTime,
        Instant closeTime,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close) {

    public BrokerCandle {
        if (!openTime.isBefore(closeTime) || high.compareTo(low) < 0) {
            throw new IllegalArgumentException(
                    "no candle of %s: %s to %s, high %s, low %s".formatted(symbol, openTime, closeTime, high, low));
        }
    }

    /** The candle as somebody saw it who came in the middle: of its prices only the last is known to be later. */
    public BrokerCandle closeOnly() {
        return new BrokerCandle(symbol, openTime, closeTime, close, close, close, close);
    }
}
