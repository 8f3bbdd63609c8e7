package dev.tradesuite.signals.imported;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.StrategyType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Recorded trades to import.
 *
 * @param strategy whose they are
 * @param symbol instrument
 * @param startingCapital US dollars; empty: the first equity point
 * @param trades lines of the file
 * @param equity lines of the file, if there is one
 * @param isDryRun whether nothing is stored
 */
public record RecordOrder(
        RecordedStrategy strategy,
        String symbol,
        Timeframe timeframe,
        RunLabel label,
        Optional<BigDecimal> startingCapital,
        List<String> trades,
        Optional<List<String>> equity,
        boolean isDryRun) {

    public RecordOrder {
        trades = List.copyOf(trades);
    }

    /** A strategy by code, name and kind. */
    public record RecordedStrategy(String code, String name, StrategyType type) {}
}
