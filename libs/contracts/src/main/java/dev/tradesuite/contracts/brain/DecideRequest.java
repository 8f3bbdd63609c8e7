package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Question to the brain: buy, sell or hold?
 *
 * @param symbol instrument, such as {@code EURUSD}
 * @param timeframe of the candles to read; absent: the setting's (M5)
 * @param currentPrice price now, used by price-relative votes; absent: the last close
 * @param asOf decide as if it were this moment, on candles closed by then; labels the signal BACKTEST; absent: now
 * @param candles candles to use instead of the stored ones, at most 5,000, in either order; the newest must be no older
 *     than stored ones may be, and is left out while it is still forming
 * @param indicators readings the caller has, each replaces the computed one of the same name; or a list of votes
 * @param model name of the model that decides, such as {@code votes}; absent: the setting's (votes)
 */
public record DecideRequest(
        @NotBlank String symbol,
        @Nullable Timeframe timeframe,
        @Nullable @Positive BigDecimal currentPrice,
        @Nullable Instant asOf,
        @Nullable @Size(max = 5000) List<@NotNull @Valid Candle> candles,
        @Nullable @Valid IndicatorReadings indicators,
        @Nullable String model) {}
