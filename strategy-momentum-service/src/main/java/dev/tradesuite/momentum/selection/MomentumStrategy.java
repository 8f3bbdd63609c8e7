package dev.tradesuite.momentum.selection;

import dev.tradesuite.market.Market;
import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.rule.MomentumRule;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.LiquidityFilter;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Buys the favourite of every liquid market whose conviction lies in the band, and holds it until the market is
 * resolved.
 *
 * <p>The band decides which markets are looked at; {@code min_confidence} is a floor for the price of the favourite.
 */
public final class MomentumStrategy implements Strategy {

    private static final ParameterSet PARAMETERS = new ParameterSet(
            Stream.of(
                            LiquidityFilter.PARAMETERS,
                            MomentumRule.PARAMETERS,
                            List.of(CommonParameters.MAX_POSITIONS, CommonParameters.TRADE_AMOUNT))
                    .<Parameter>flatMap(List::stream)
                    .toList(),
            MomentumRule.RULES);

    @Override
    public String type() {
        return "momentum";
    }

    @Override
    public String name() {
        return "Momentum Strategy";
    }

    @Override
    public String description() {
        return "Buy markets with >50% probability";
    }

    @Override
    public String version() {
        return "1.1";
    }

    @Override
    public ParameterSet parameters() {
        return PARAMETERS;
    }

    @Override
    public boolean keeps(Market market, ParameterValues config) {
        return LiquidityFilter.keeps(market, config) && MomentumRule.keeps(market, config);
    }

    @Override
    public Selection select(StrategyInput input) {
        ParameterValues config = input.config();
        BigDecimal stake = config.decimal(CommonParameters.TRADE_AMOUNT);
        return Selection.of(input.markets().stream()
                .flatMap(market -> MomentumRule.view(market, config).stream())
                .map(favourite -> favourite.buy(stake))
                .toList());
    }
}
