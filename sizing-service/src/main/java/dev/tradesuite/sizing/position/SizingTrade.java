package dev.tradesuite.sizing.position;

import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A trade that wants a size.
 *
 * @param instrument what is traded
 * @param side absent: only the distance of the stop counts
 * @param entryPrice in the quote currency, above 0
 * @param account that carries the risk
 * @param leverage decides the margin, never the risk
 * @param rates prices of currency pairs besides the instrument's own
 * @param costs what the broker takes
 * @param method how the size is found
 */
public record SizingTrade(
        Instrument instrument,
        @Nullable Side side,
        BigDecimal entryPrice,
        SizingAccount account,
        Leverage leverage,
        ConversionRates rates,
        TradingCosts costs,
        SizingMethod method) {

    public SizingTrade {
        if (entryPrice.signum() <= 0) {
            throw new IllegalArgumentException("entry price must be above 0, was " + entryPrice.toPlainString());
        }
    }
}
