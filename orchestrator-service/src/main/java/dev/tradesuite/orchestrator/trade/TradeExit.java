package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How to get out of a trade.
 *
 * @param stop where it ends when it goes wrong
 * @param takeProfitPrice where it ends when it goes well; absent for none
 * @param trailingStop distance at which the stop follows the price; absent: it stays
 */
public record TradeExit(StopChoice stop, @Nullable BigDecimal takeProfitPrice, @Nullable Pips trailingStop) {

    /** A stop that stays where it is, and no target. */
    public static TradeExit at(StopChoice stop) {
        return new TradeExit(stop, null, null);
    }
}
