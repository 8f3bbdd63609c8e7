package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * Equity of every model's paper account on a series.
 *
 * @param type {@code equity_update}
 * @param equityCurves newest equity by code of the model, in the currency of the accounts
 */
public record FeedEquity(
        String type,
        Instant timestamp,
        String symbol,
        Timeframe timeframe,
        RunLabel label,
        Map<String, BigDecimal> equityCurves)
        implements FeedMessage {}
