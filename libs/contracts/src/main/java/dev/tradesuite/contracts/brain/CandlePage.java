package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;

/**
 * Stored candles, oldest first. {@code GET /api/v1/candles/{symbol}?timeframe=&from=&to=&limit=}.
 *
 * @param symbol instrument
 * @param timeframe length of every candle
 * @param candles oldest first
 * @param implausible open times of those among them that are too far from the others to be believed: they mark nothing,
 *     and no indicator reads them
 */
public record CandlePage(String symbol, Timeframe timeframe, List<Candle> candles, List<Instant> implausible) {}
