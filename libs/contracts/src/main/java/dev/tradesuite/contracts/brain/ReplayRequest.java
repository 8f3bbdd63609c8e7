package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Timeframe;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decide at the close of every stored candle of a stretch of history. {@code POST /api/v1/brain/replay}.
 *
 * @param symbol instrument
 * @param timeframe of the candles; absent: the setting's (M5)
 * @param from candles that open at or after this
 * @param to candles that open before this; the stretch holds at most 20,000 candles
 * @param includeDecisions whether to list every decision beside the counts; absent: no
 * @param model name of the model that decides, such as {@code votes}; absent: the setting's (votes)
 */
public record ReplayRequest(
        @NotBlank String symbol,
        @Nullable Timeframe timeframe,
        @NotNull Instant from,
        @NotNull Instant to,
        @Nullable Boolean includeDecisions,
        @Nullable String model) {}
