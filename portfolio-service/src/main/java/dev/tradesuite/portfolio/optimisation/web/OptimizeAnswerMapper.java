package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.portfolio.BindingLimit;
import dev.tradesuite.contracts.portfolio.BuyingPowerCheck;
import dev.tradesuite.contracts.portfolio.OptimizationDataReport;
import dev.tradesuite.contracts.portfolio.OptimizationMethod;
import dev.tradesuite.contracts.portfolio.OptimizeAnswer;
import dev.tradesuite.contracts.portfolio.OptimizedPerformance;
import dev.tradesuite.contracts.portfolio.SolutionCertificate;
import dev.tradesuite.contracts.portfolio.TailFigure;
import dev.tradesuite.contracts.portfolio.TailRiskMethod;
import dev.tradesuite.portfolio.optimisation.AllocationFigures;
import dev.tradesuite.portfolio.optimisation.AssetMoments;
import dev.tradesuite.portfolio.optimisation.BuyingPower;
import dev.tradesuite.portfolio.optimisation.OptimisationResult;
import dev.tradesuite.quant.optimiser.Allocation;
import dev.tradesuite.quant.optimiser.BindingConstraint;
import dev.tradesuite.quant.optimiser.MethodChange;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.risk.TailRisk;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes weights and what they are good for. */
final class OptimizeAnswerMapper {

    private OptimizeAnswerMapper() {}

    /** @param asked method of the request */
    static OptimizeAnswer answer(OptimizationMethod asked, OptimisationResult result) {
        Allocation allocation = result.allocation();
        AllocationFigures figures = result.figures();
        TailRisk tail = figures.downside().map(AllocationFigures.Downside::tail).orElse(null);
        return new OptimizeAnswer(
                result.id(),
                result.inputHash(),
                asked,
                allocation.change().isPresent()
                        ? OptimizationMethod.valueOf(allocation.used().name())
                        : asked,
                allocation.change().map(MethodChange::name).orElse(null),
                allocation.change().map(MethodChange::sentence).orElse(null),
                allocation.byCode(),
                performance(figures),
                tail == null ? null : tail(tail, tail.valueAtRisk()),
                tail == null ? null : tail(tail, tail.expectedShortfall()),
                figures.riskShares(),
                value(figures.diversificationRatio()),
                allocation.binding().stream().map(OptimizeAnswerMapper::binding).toList(),
                new SolutionCertificate(
                        allocation.certificate().constraintViolation(),
                        allocation.certificate().gap()),
                data(result.quality()),
                result.buyingPower().map(OptimizeAnswerMapper::buyingPower).orElse(null),
                result.notes().warnings(),
                millis(result.notes().elapsed()));
    }

    private static OptimizedPerformance performance(AllocationFigures figures) {
        Map<String, String> unavailable = new LinkedHashMap<>();
        Metric sharpe = figures.performance().sharpe();
        AllocationFigures.Downside downside = figures.downside().orElse(null);
        note("sharpe", sharpe, unavailable);
        note("sortino", downside == null ? null : downside.sortino(), unavailable);
        note("cvar", downside == null ? null : downside.cvar(), unavailable);
        note("cdar", downside == null ? null : downside.cdar(), unavailable);
        return new OptimizedPerformance(
                figures.performance().expectedReturn(),
                figures.performance().volatility(),
                value(sharpe),
                downside == null ? null : value(downside.sortino()),
                downside == null ? null : value(downside.cvar()),
                downside == null ? null : value(downside.cdar()),
                unavailable);
    }

    private static void note(String name, @Nullable Metric metric, Map<String, String> unavailable) {
        if (metric == null) {
            unavailable.put(name, "The data has no returns to measure.");
        } else {
            metric.reason().map(MetricReason::sentence).ifPresent(why -> unavailable.put(name, why));
        }
    }

    static TailFigure tail(TailRisk tail, Metric figure) {
        return new TailFigure(
                TailRiskMethod.valueOf(tail.method().name()),
                tail.level().confidence(),
                tail.level().horizon(),
                tail.observations(),
                value(figure),
                figure.reason().map(MetricReason::sentence).orElse(null));
    }

    private static BindingLimit binding(BindingConstraint binding) {
        return new BindingLimit(
                binding.name(), binding.limit(), binding.shadowPrice(), binding.objective(), binding.sentence());
    }

    static OptimizationDataReport data(AssetMoments.Quality quality) {
        return new OptimizationDataReport(
                quality.observations().isPresent() ? quality.observations().getAsInt() : null,
                value(quality.conditionNumber()),
                value(quality.shrinkage()));
    }

    private static BuyingPowerCheck buyingPower(BuyingPower power) {
        return new BuyingPowerCheck(
                power.stated(), power.required(), power.isSufficient(), power.amounts(), value(power.turnover()));
    }

    static double millis(Duration elapsed) {
        return TimeUnit.NANOSECONDS.toMicros(elapsed.toNanos()) / 1_000.0;
    }

    static @Nullable Double value(Metric metric) {
        return value(metric.value());
    }

    static @Nullable Double value(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
