package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The labels of days. */
final class DayLabels {

    private DayLabels() {}

    /**
     * The label of a day. What a model or an instrument held would have earned before anybody followed it is no
     * evidence of paper trading: until the day the strategy came to PAPER it is told as computed later.
     *
     * @param told how the source labels the day
     */
    static RunLabel of(RegisteredStrategy strategy, RunLabel told, LocalDate day) {
        boolean traded = told == RunLabel.PAPER || told == RunLabel.LIVE;
        boolean onPaper = strategy.stage()
                .paperSince()
                .map(since -> day.isAfter(LocalDate.ofInstant(since, ZoneOffset.UTC)))
                .orElse(false);
        return switch (strategy.source()) {
            case StrategySource.HeldInstrument _ when traded && !onPaper -> RunLabel.BACKTEST;
            case StrategySource.ModelAccount _ when traded && !onPaper -> RunLabel.BACKFILL;
            case StrategySource.HeldInstrument _,
                    StrategySource.ModelAccount _,
                    StrategySource.AccountBooks _,
                    StrategySource.PortfolioBooks _,
                    StrategySource.Imported _ -> told;
        };
    }
}
