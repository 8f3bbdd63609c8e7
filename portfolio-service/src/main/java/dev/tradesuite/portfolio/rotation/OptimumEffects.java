package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.ExpectedReturnsModel;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.RiskModel;
import dev.tradesuite.contracts.portfolio.RotationAction;
import dev.tradesuite.portfolio.optimisation.AssetData;
import dev.tradesuite.portfolio.optimisation.MomentModels;
import dev.tradesuite.portfolio.optimisation.Objective;
import dev.tradesuite.portfolio.optimisation.OptimisationRequest;
import dev.tradesuite.portfolio.optimisation.OptimisationResult;
import dev.tradesuite.portfolio.optimisation.OptimisationService;
import dev.tradesuite.portfolio.optimisation.WeightRules;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.support.Sha256;
import dev.tradesuite.support.problem.ProblemException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What proposals of one look would do to the optimum: the maximum Sharpe ratio over all strategies of the same state,
 * from their returns of the last year, with the default constraints where there are five or more of them. The optimum
 * as it is is computed once. Safe for many threads.
 */
final class OptimumEffects {

    private static final int DAYS = 365;

    /** Strategies with fewer returns in the year are left out. */
    private static final int FEWEST = 20;

    private static final int WITH_DEFAULTS = 5;
    private static final MomentModels MODELS =
            new MomentModels(ExpectedReturnsModel.GEOMETRIC_MEAN, RiskModel.SAMPLE, 252, 500, 0.02, 0);
    private static final double CONFIDENCE = 0.95;

    private final OptimisationService optimiser;
    private final RotationPanel panel;
    private final Map<LifecycleState, Found> before = new ConcurrentHashMap<>();

    /** Returns of the last year by code, under the label the strategy is judged by. */
    private final Map<String, Map<LocalDate, Double>> years = new ConcurrentHashMap<>();

    OptimumEffects(OptimisationService optimiser, RotationPanel panel) {
        this.optimiser = optimiser;
        this.panel = panel;
    }

    private sealed interface Found {

        record Known(OptimumEffect.Optimum optimum) implements Found {}

        record Unknown(String why) implements Found {}
    }

    OptimumEffect of(RegisteredStrategy strategy, RotationPlan plan) {
        RunLabel label = RotationPanel.label(strategy);
        List<String> codes = codes(strategy, label);
        Found as = before.computeIfAbsent(strategy.state(), _ -> optimum(codes, label, Map.of()));
        return switch (as) {
            case Found.Unknown(String why) -> OptimumEffect.unavailable(label, Optional.empty(), why);
            case Found.Known(OptimumEffect.Optimum now) ->
                switch (after(strategy.code(), plan, codes, label, now)) {
                    case Found.Unknown(String why) -> OptimumEffect.unavailable(label, Optional.of(now), why);
                    case Found.Known(OptimumEffect.Optimum then) ->
                        new OptimumEffect(label, Optional.of(now), Optional.of(then), Optional.empty());
                };
        };
    }

    private Found after(String code, RotationPlan plan, List<String> codes, RunLabel label, OptimumEffect.Optimum now) {
        if (plan.action() == RotationAction.REDUCE) {
            double most = now.weights().getOrDefault(code, 0.0) * plan.factor().orElse(1);
            return optimum(codes, label, Map.of(code, new WeightRules.Bounds(0, most)));
        }
        return optimum(codes.stream().filter(one -> !one.equals(code)).toList(), label, Map.of());
    }

    private Found optimum(List<String> codes, RunLabel label, Map<String, WeightRules.Bounds> bounds) {
        if (codes.size() < 2) {
            return new Found.Unknown("Fewer than two strategies have returns of the label " + label);
        }
        try {
            OptimisationResult result = optimiser.optimise(new OptimisationRequest(
                    new Objective.MaxSharpe(),
                    new AssetData.Returned(table(codes, label)),
                    MODELS,
                    rules(codes.size() >= WITH_DEFAULTS, bounds),
                    CONFIDENCE,
                    OptimisationRequest.Holding.NONE,
                    Sha256.hex("rotation " + label + codes)));
            Metric sharpe = result.figures().performance().sharpe();
            OptionalDouble ratio = sharpe.value();
            return new Found.Known(new OptimumEffect.Optimum(
                    result.allocation().byCode(),
                    result.figures().performance().expectedReturn(),
                    result.figures().performance().volatility(),
                    ratio.isPresent() ? ratio.getAsDouble() : null));
        } catch (ProblemException e) {
            return new Found.Unknown(e.code() + ": " + e.getMessage());
        }
    }

    private static WeightRules rules(boolean defaults, Map<String, WeightRules.Bounds> bounds) {
        WeightRules usual = WeightRules.DEFAULT;
        return new WeightRules(
                defaults,
                false,
                new WeightRules.Range(OptionalDouble.empty(), OptionalDouble.empty(), bounds),
                usual.rows(),
                usual.holdings(),
                usual.together(),
                usual.terms());
    }

    private List<String> codes(RegisteredStrategy strategy, RunLabel label) {
        return panel.peers(strategy).stream()
                .map(RegisteredStrategy::code)
                .filter(code -> year(code, label).size() >= FEWEST)
                .toList();
    }

    private Map<LocalDate, Double> year(String code, RunLabel label) {
        return years.computeIfAbsent(code, _ -> {
            LocalDate first = panel.today().minusDays(DAYS);
            Map<LocalDate, Double> days = new HashMap<>();
            panel.days(code, label).stream()
                    .filter(day -> !day.day().isBefore(first))
                    .forEach(day -> days.put(day.day(), day.value()));
            return days;
        });
    }

    private ReturnTable table(List<String> codes, RunLabel label) {
        long[] ends = codes.stream()
                .flatMap(code -> year(code, label).keySet().stream())
                .mapToLong(LocalDate::toEpochDay)
                .sorted()
                .distinct()
                .toArray();
        double[][] series = codes.stream()
                .map(code -> {
                    Map<LocalDate, Double> days = year(code, label);
                    return Arrays.stream(ends)
                            .mapToDouble(end -> days.getOrDefault(LocalDate.ofEpochDay(end), Double.NaN))
                            .toArray();
                })
                .toArray(double[][]::new);
        return ReturnTable.of(codes, ends, series);
    }
}
