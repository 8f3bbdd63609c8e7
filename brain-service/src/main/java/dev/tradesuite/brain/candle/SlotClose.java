package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;

/**
 * Last close in a slot.
 *
 * @param slot start of the slot in milliseconds since 1970
 * @param close last close in it
 * @param timeframe of the candle the close is from
 */
public record SlotClose(long slot, BigDecimal close, Timeframe timeframe) {}
