package dev.tradesuite.brain.model.overlay;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A call that is wanted.
 *
 * @param symbol instrument of the bar
 * @param timeframe length of the bar
 * @param closedAt when the bar closed
 * @param day UTC day whose budget it takes from
 * @param mostTokens tokens it takes at most, read and written
 */
public record OverlayCall(String symbol, Timeframe timeframe, Instant closedAt, LocalDate day, long mostTokens) {}
