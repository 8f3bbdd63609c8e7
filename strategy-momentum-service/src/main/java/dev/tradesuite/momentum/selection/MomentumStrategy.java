package dev.tradesuite.momentum.selection;

import dev.tradesuite.market.Market;
import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.rule.MomentumRule;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.LiquidityFilter;
import dev.tradesuite.strategy.selection.Miss;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.SkippedMarket;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
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
    public Optional<Miss> miss(Market market, ParameterValues config) {
        return LiquidityFilter.miss(market, config).or(() -> MomentumRule.miss(market, config));
    }

    @Override
    public Selection select(StrategyInput input) {
        ParameterValues config = input.config();
        BigDecimal stake = config.decimal(CommonParameters.TRADE_AMOUNT);
        List<OrderIntent> purchases = input.markets().stream()
                .flatMap(market -> MomentumRule.view(market, config).stream())
                .map(favourite -> favourite.buy(stake))
                .toList();
        List<SkippedMarket> skipped = input.markets().stream()
                .flatMap(market ->
                        MomentumRule.whyNot(market, config).stream().map(why -> SkippedMarket.of(market, why)))
                .toList();
        return new Selection(purchases, skipped, List.of());
    }
}
