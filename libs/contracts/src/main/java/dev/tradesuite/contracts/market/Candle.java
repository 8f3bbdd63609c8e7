package dev.tradesuite.contracts.market;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One bar.
 *
 * @param openTime start of the bar, UTC
 * @param open first price
 * @param high highest price, at least open and close
 * @param low lowest price, at most open and close
 * @param close last price
 * @param volume traded volume or number of quotes; absent when the source has none
 */
public record Candle(
        @NotNull Instant openTime,
        @NotNull @Positive BigDecimal open,
        @NotNull @Positive BigDecimal high,
        @NotNull @Positive BigDecimal low,
        @NotNull @Positive BigDecimal close,
        @Nullable @PositiveOrZero BigDecimal volume) {}
