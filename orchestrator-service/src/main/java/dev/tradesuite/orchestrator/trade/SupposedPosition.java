package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A position to study a trade beside; it counts for the checks of an analysis only.
 *
 * @param symbol instrument
 * @param side BUY for long, SELL for short
 * @param lots size
 * @param entryPrice its price; absent: the newest known one
 * @param stopPrice price of its stop; absent: it has none
 */
public record SupposedPosition(
        String symbol, Side side, Lots lots, @Nullable BigDecimal entryPrice, @Nullable BigDecimal stopPrice) {}
