package dev.tradesuite.contracts.market;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One bar. The short names of charts and feeds are read too: {@code timestamp}, {@code time}, {@code t}, {@code o},
 * {@code h}, {@code l}, {@code c}, {@code v}.
 *
 * @param openTime start of the bar, UTC
 * @param open first price
 * @param high highest price, at least open and close
 * @param low lowest price, at most open and close
 * @param close last price
 * @param volume traded volume or number of quotes; absent when the source has none
 */
public record Candle(
        @NotNull @JsonAlias({"timestamp", "time", "t"}) Instant openTime,
        @NotNull @Positive @JsonAlias("o") BigDecimal open,
        @NotNull @Positive @JsonAlias("h") BigDecimal high,
        @NotNull @Positive @JsonAlias("l") BigDecimal low,
        @NotNull @Positive @JsonAlias("c") BigDecimal close,
        @Nullable @PositiveOrZero @JsonAlias("v") BigDecimal volume) {}
