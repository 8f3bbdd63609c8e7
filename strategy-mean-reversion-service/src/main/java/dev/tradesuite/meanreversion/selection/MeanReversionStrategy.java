package dev.tradesuite.meanreversion.selection;

import dev.tradesuite.market.Market;
import dev.tradesuite.strategy.feed.PriceWindows;
import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.parameter.Rule;
import dev.tradesuite.strategy.rule.MeanReversionRule;
import dev.tradesuite.strategy.rule.MomentumRule;
import dev.tradesuite.strategy.rule.OutcomeView;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.LiquidityFilter;
import dev.tradesuite.strategy.selection.Miss;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.SkippedMarket;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Buys what has fallen below its own recent mean in a liquid market that is not decided, and sells it when it has come
 * back, has fallen further, or was held long enough.
 *
 * <p>The mean comes from prices the controllers have seen; when to sell follows from the books alone, so that a memory
 * that is empty or away delays a purchase but never a sale.
 */
public final class MeanReversionStrategy implements Strategy {

    /** As momentum has them, and without an effect unless a portfolio sets them. */
    static final Parameter MIN_CONVICTION = MomentumRule.MIN_CONVICTION.withDefault("0");

    static final Parameter MAX_CONVICTION = MomentumRule.MAX_CONVICTION.withDefault("1");

    static final Parameter MIN_CONFIDENCE = Parameter.decimal(
            "min_confidence",
            "ratio",
            "0",
            CommonParameters.PROBABILITY,
            "An outcome is bought when its fall is at least this part of twice the drop that is wanted.");

    private static final ParameterSet PARAMETERS = new ParameterSet(
            Stream.of(
                            LiquidityFilter.PARAMETERS,
                            MeanReversionRule.PARAMETERS,
                            List.of(MIN_CONVICTION, MAX_CONVICTION, MIN_CONFIDENCE),
                            List.of(CommonParameters.MAX_POSITIONS, CommonParameters.TRADE_AMOUNT))
                    .<Parameter>flatMap(List::stream)
                    .toList(),
            Stream.concat(MeanReversionRule.RULES.stream(), Stream.of(Rule.ordered(MIN_CONVICTION, MAX_CONVICTION)))
                    .toList());

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
    public Optional<Miss> miss(Market market, ParameterValues config) {
        boolean banded = config.decimal(MIN_CONVICTION).signum() > 0
                || config.decimal(MAX_CONVICTION).compareTo(BigDecimal.ONE) < 0;
        return LiquidityFilter.miss(market, config)
                .or(() -> banded ? MomentumRule.miss(market, config) : Optional.empty());
    }

    @Override
    public Selection select(StrategyInput input) {
        ParameterValues config = input.config();
        BigDecimal stake = config.decimal(CommonParameters.TRADE_AMOUNT);
        List<Market> markets = input.markets();
        PriceWindows history = input.history().before(markets, MeanReversionRule.lookback(config));
        Stream<OrderIntent> sales = input.holdings().stream()
                .flatMap(holding -> MeanReversionRule.exit(holding, config, input.now()).stream());
        List<OrderIntent> purchases = new ArrayList<>();
        List<SkippedMarket> skipped = new ArrayList<>();
        for (Market market : markets) {
            Optional<OutcomeView> fallen = MeanReversionRule.view(market, config, history);
            fallen.flatMap(view -> Miss.below(MIN_CONFIDENCE, BigDecimal.valueOf(view.confidence()), config))
                    .or(() -> MeanReversionRule.whyNot(market, config, history))
                    .ifPresentOrElse(
                            why -> skipped.add(SkippedMarket.of(market, why)),
                            () -> fallen.ifPresent(view -> purchases.add(view.buy(stake))));
        }
        return new Selection(
                Stream.concat(sales, purchases.stream()).toList(),
                skipped,
                MeanReversionRule.warnings(markets, config, history));
    }
}
