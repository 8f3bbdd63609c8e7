package dev.tradesuite.portfolio.following.messaging;

import dev.tradesuite.contracts.brain.BarSignals;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.StrategySignal;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.portfolio.following.ModelBar;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Reads closed bars with their signals as the brain writes them. */
final class ModelBarMapper {

    private ModelBarMapper() {}

    /**
     * The bar.
     *
     * @throws IllegalArgumentException when a required part is missing; it will not be better the next time
     */
    static ModelBar bar(BarSignals event) {
        if (event.symbol() == null || event.timeframe() == null || event.bar() == null || event.signals() == null) {
            throw new IllegalArgumentException("bar.signals lacks symbol, timeframe, bar or signals");
        }
        return new ModelBar(
                event.symbol(),
                event.timeframe(),
                event.bar().openTime().plus(event.timeframe().length()),
                event.bar().close(),
                event.signals().stream()
                        .collect(Collectors.toMap(
                                StrategySignal::strategyCode, ModelBarMapper::wish, (first, _) -> first)));
    }

    private static ModelBar.Wish wish(StrategySignal signal) {
        return new ModelBar.Wish(
                direction(signal.signal()),
                BigDecimal.valueOf(signal.size()),
                signal.stopLoss(),
                signal.takeProfit(),
                signal.model().proxy());
    }

    private static Direction direction(PositionSignal signal) {
        return switch (signal) {
            case LONG -> Direction.LONG;
            case SHORT -> Direction.SHORT;
            case FLAT, CLOSE -> Direction.FLAT;
        };
    }
}
