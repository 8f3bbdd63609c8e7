package dev.tradesuite.accounting.paper;

import dev.tradesuite.instruments.CurrencyConversion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One closed bar as a paper account sees it.
 *
 * @param openTime start of the bar, UTC
 * @param closeTime end of the bar, after its start
 * @param open first price
 * @param high highest price
 * @param low lowest price, above 0
 * @param close last price
 * @param conversion from the quote currency to that of the account, at the prices of this bar; absent where there is
 *     none
 */
public record PaperBar(
        Instant openTime,
        Instant closeTime,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        @Nullable CurrencyConversion conversion) {

    public PaperBar {
        if (!openTime.isBefore(closeTime)) {
            throw new IllegalArgumentException(
                    "a bar must close after it opens, was " + openTime + " and " + closeTime);
        }
        if (high.compareTo(open.max(close)) < 0 || low.compareTo(open.min(close)) > 0 || low.signum() <= 0) {
            throw new IllegalArgumentException(
                    "a bar's prices must be above 0 and lie from low to high, was %s, %s, %s, %s"
                            .formatted(open, high, low, close));
        }
    }

    /** The conversion of this bar; empty where there is none. */
    Optional<CurrencyConversion> rate() {
        return Optional.ofNullable(conversion);
    }
}
