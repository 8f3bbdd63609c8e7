package dev.tradesuite.brain.advisor;

import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;

/**
 * What an advisor is told: readings of one market, nothing of accounts, positions or keys.
 *
 * @param symbol instrument
 * @param timeframe of the candles
 * @param lastClosedAt when the newest candle closed
 * @param lastClose its close
 * @param readings indicator readings on it
 */
public record Briefing(String symbol, Timeframe timeframe, Instant lastClosedAt, double lastClose, Readings readings) {}
