package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;

/**
 * A candle was stored whose prices are too far from those before it to be believed. It marks nothing, and no indicator
 * reads it; when the next candle confirms it, it follows as {@code candle.closed}. Event {@code candle.implausible} on
 * {@code market.bars}, keyed by symbol.
 *
 * @param symbol instrument
 * @param timeframe length of the candle
 * @param candle the candle
 * @param source name of the data source, such as {@code rest} or a file's name
 * @param label LIVE or PAPER for market data, SIMULATED for made-up data
 * @param lastClose close of the last believed candle, which it is too far from
 */
public record CandleImplausible(
        String symbol, Timeframe timeframe, Candle candle, String source, RunLabel label, BigDecimal lastClose) {}
