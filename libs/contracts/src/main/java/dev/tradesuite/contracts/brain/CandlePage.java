package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Candles, oldest first. A timeframe that is not stored is put together from a finer one that is, by the market's own
 * day; only whole candles are served. {@code GET /api/v1/candles/{symbol}?timeframe=&from=&to=&limit=}.
 *
 * @param symbol instrument
 * @param timeframe length of every candle
 * @param derivedFrom timeframe of the stored candles that these are put together from; absent when these are stored
 * @param candles oldest first
 * @param implausible open times of those among them that are too far from the others to be believed: they mark nothing,
 *     and no indicator reads them
 */
public record CandlePage(
        String symbol,
        Timeframe timeframe,
        @Nullable Timeframe derivedFrom,
        List<Candle> candles,
        List<Instant> implausible) {}
