package dev.tradesuite.backtest;

import dev.tradesuite.market.Market;
import dev.tradesuite.strategy.feed.PriceWindows;
import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.rule.MeanReversionRule;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.LiquidityFilter;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Compares prices with those of the last hours, as mean reversion does. */
final class HindsightStrategy implements Strategy {

    @Override
    public String type() {
        return "hindsight";
    }

    @Override
    public String name() {
        return "Hindsight";
    }

    @Override
    public String description() {
        return "Looks back";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public ParameterSet parameters() {
        return new ParameterSet(
                Stream.of(
                                LiquidityFilter.PARAMETERS,
                                MeanReversionRule.PARAMETERS,
                                List.of(CommonParameters.MAX_POSITIONS, CommonParameters.TRADE_AMOUNT))
                        .<Parameter>flatMap(List::stream)
                        .toList(),
                MeanReversionRule.RULES);
    }

    @Override
    public Duration lookback() {
        return MeanReversionRule.LONGEST_LOOKBACK;
    }

    @Override
    public Selection select(StrategyInput input) {
        List<Market> markets = input.markets();
        PriceWindows history = input.history().before(markets, MeanReversionRule.lookback(input.config()));
        return new Selection(List.of(), List.of(), MeanReversionRule.warnings(markets, input.config(), history));
    }
}
