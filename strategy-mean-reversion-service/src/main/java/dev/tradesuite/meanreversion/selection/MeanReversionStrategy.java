package dev.tradesuite.meanreversion.selection;

import dev.tradesuite.market.Market;
import dev.tradesuite.strategy.feed.PriceWindows;
import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.rule.MeanReversionRule;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.LiquidityFilter;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.SkippedMarket;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Buys what has fallen below its own recent mean in a liquid market that is not decided, and sells it when it has come
 * back, has fallen further, or was held long enough.
 *
 * <p>The mean comes from prices the controllers have seen; when to sell follows from the books alone, so that a memory
 * that is empty or away delays a purchase but never a sale.
 */
public final class MeanReversionStrategy implements Strategy {

    private static final ParameterSet PARAMETERS = new ParameterSet(
            Stream.of(
                            LiquidityFilter.PARAMETERS,
                            MeanReversionRule.PARAMETERS,
                            List.of(CommonParameters.MAX_POSITIONS, CommonParameters.TRADE_AMOUNT))
                    .<Parameter>flatMap(List::stream)
                    .toList(),
            MeanReversionRule.RULES);

    @Override
    public String type() {
        return "mean_reversion";
    }

    @Override
    public String name() {
        return "Mean Reversion Strategy";
    }

    @Override
    public String description() {
        return "Buy outcomes that fell below their recent mean, sell them when they come back";
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
    public Duration lookback() {
        return MeanReversionRule.LONGEST_LOOKBACK;
    }

    @Override
    public Selection select(StrategyInput input) {
        ParameterValues config = input.config();
        BigDecimal stake = config.decimal(CommonParameters.TRADE_AMOUNT);
        List<Market> markets = input.markets();
        PriceWindows history = input.history().before(markets, MeanReversionRule.lookback(config));
        Stream<OrderIntent> sales = input.holdings().stream()
                .flatMap(holding -> MeanReversionRule.exit(holding, config, input.now()).stream());
        Stream<OrderIntent> purchases = markets.stream()
                .flatMap(market -> MeanReversionRule.view(market, config, history).stream())
                .map(fallen -> fallen.buy(stake));
        List<SkippedMarket> skipped = markets.stream()
                .flatMap(market -> MeanReversionRule.whyNot(market, config, history).stream()
                        .map(why -> SkippedMarket.of(market, why)))
                .toList();
        return new Selection(
                Stream.concat(sales, purchases).toList(),
                skipped,
                MeanReversionRule.warnings(markets, config, history));
    }
}
