package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closed candles to store. {@code POST /api/v1/candles/{symbol}}.
 *
 * @param timeframe length of every candle
 * @param candles at most 5,000
 * @param source name of the data source; absent: {@code rest}
 */
public record AddCandlesRequest(
        @NotNull Timeframe timeframe,
        @NotEmpty @Size(max = 5000) List<@NotNull @Valid Candle> candles,
        @Nullable @Size(max = 64) String source) {}
