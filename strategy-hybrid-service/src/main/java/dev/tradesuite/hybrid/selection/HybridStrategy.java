package dev.tradesuite.hybrid.selection;

import dev.tradesuite.hybrid.selection.HybridScore.Weights;
import dev.tradesuite.market.Market;
import dev.tradesuite.strategy.feed.PriceWindows;
import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.parameter.Range;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Weighs the views of momentum and mean reversion; {@link HybridScore} has the arithmetic.
 *
 * <p>A position does not know which of the two wanted it, so all of them are sold by the exits of mean reversion.
 */
public final class HybridStrategy implements Strategy {

    private static final Range WEIGHT = Range.of("0", "100");

    static final Parameter MOMENTUM_WEIGHT =
            Parameter.decimal("momentum_weight", "ratio", "0.5", WEIGHT, "How much the confidence of momentum counts.");

    static final Parameter MEAN_REVERSION_WEIGHT = Parameter.decimal(
            "mean_reversion_weight", "ratio", "0.5", WEIGHT, "How much the confidence of mean reversion counts.");

    static final Parameter MIN_SCORE = Parameter.decimal(
            "min_score",
            "ratio",
            "0.35",
            CommonParameters.PROBABILITY,
            "An outcome is bought when the weighted mean of both confidences is at least this high.");

    private static final ParameterSet PARAMETERS = new ParameterSet(
            Stream.of(
                            LiquidityFilter.PARAMETERS,
                            List.of(MOMENTUM_WEIGHT, MEAN_REVERSION_WEIGHT, MIN_SCORE),
                            MomentumRule.PARAMETERS,
                            MeanReversionRule.PARAMETERS,
                            List.of(CommonParameters.MAX_POSITIONS, CommonParameters.TRADE_AMOUNT))
                    .<Parameter>flatMap(List::stream)
                    .distinct()
                    .toList(),
            Stream.of(MomentumRule.RULES, MeanReversionRule.RULES, List.of(somethingCounts()))
                    .<Rule>flatMap(List::stream)
                    .toList());

    @Override
    public String type() {
        return "hybrid";
    }

    @Override
    public String name() {
        return "Hybrid Strategy";
    }

    @Override
    public String description() {
        return "Combine momentum and mean reversion by weights";
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
        Stream<OrderIntent> sales = input.holdings().stream()
                .flatMap(holding -> MeanReversionRule.exit(holding, config, input.now()).stream());
        List<Market> markets = input.markets();
        PriceWindows history = input.history().before(markets, MeanReversionRule.lookback(config));
        List<OrderIntent> purchases = new ArrayList<>();
        List<SkippedMarket> skipped = new ArrayList<>();
        for (Market market : markets) {
            score(market, config, history)
                    .filter(score -> score.value() >= config.number(MIN_SCORE))
                    .ifPresentOrElse(
                            score -> purchases.add(buy(score, config.decimal(CommonParameters.TRADE_AMOUNT))),
                            () -> skipped.add(SkippedMarket.of(market, whyNot(market, config, history))));
        }
        return new Selection(
                Stream.concat(sales, purchases.stream()).toList(),
                skipped,
                MeanReversionRule.warnings(markets, config, history));
    }

    /** The score that is too low, or what keeps the nearer of the two rules from a view of the market. */
    private static Miss whyNot(Market market, ParameterValues config, PriceWindows history) {
        return score(market, config, history)
                .map(score -> new Miss(MIN_SCORE.name(), BigDecimal.valueOf(score.value()), config.decimal(MIN_SCORE)))
                .or(() -> Stream.of(
                                MomentumRule.miss(market, config).or(() -> MomentumRule.whyNot(market, config)),
                                MeanReversionRule.whyNot(market, config, history))
                        .flatMap(Optional::stream)
                        .min(Comparator.comparingDouble(Miss::distance)))
                .orElseGet(() -> Miss.of(MIN_SCORE.name()));
    }

    private static Optional<HybridScore> score(Market market, ParameterValues config, PriceWindows history) {
        OutcomeView momentum = MomentumRule.miss(market, config).isEmpty()
                ? MomentumRule.view(market, config).orElse(null)
                : null;
        OutcomeView meanReversion =
                MeanReversionRule.view(market, config, history).orElse(null);
        Weights weights = new Weights(config.number(MOMENTUM_WEIGHT), config.number(MEAN_REVERSION_WEIGHT));
        return HybridScore.of(momentum, meanReversion, weights);
    }

    private static OrderIntent buy(HybridScore score, BigDecimal stake) {
        OutcomeView view = score.view();
        return OrderIntent.buy(view.market(), view.outcome(), view.ask(), stake, score.value(), score.reason());
    }

    private static Rule somethingCounts() {
        return new Rule(
                MOMENTUM_WEIGHT,
                "NOT_VALID",
                config -> config.decimal(MOMENTUM_WEIGHT).signum() == 0
                        && config.decimal(MEAN_REVERSION_WEIGHT).signum() == 0,
                _ -> "expected a weight above 0 for at least one of the two");
    }
}
