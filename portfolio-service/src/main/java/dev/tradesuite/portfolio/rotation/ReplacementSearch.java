package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.quant.performance.Moments;
import dev.tradesuite.quant.performance.ProbabilisticSharpe;
import dev.tradesuite.quant.returns.Correlation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Looks for a strategy that may take the place of another: of the same state, without a loss of late, unlike all the
 * rest, and better with the probability asked for. What is not known speaks against it.
 */
final class ReplacementSearch {

    /** Fewest days in common of which a correlation or a probability is told. */
    private static final int FEWEST = 20;

    private final RotationPanel panel;
    private final RotationLimits limits;

    ReplacementSearch(RotationPanel panel, RotationLimits limits) {
        this.panel = panel;
        this.limits = limits;
    }

    /**
     * A strategy that may take the place.
     *
     * @param probability that its Sharpe ratio is above that of the one it replaces
     */
    record Candidate(String code, double probability) {}

    /** The best candidate; of equals the first in the alphabet. */
    Optional<Candidate> best(RegisteredStrategy replaced) {
        return panel.peers(replaced).stream()
                .filter(one -> !one.code().equals(replaced.code()))
                .flatMap(one -> candidate(replaced, one).stream())
                .max(Comparator.comparingDouble(Candidate::probability)
                        .thenComparing(Candidate::code, Comparator.reverseOrder()));
    }

    /** A strategy as a candidate; empty when it may not take the place. */
    Optional<Candidate> candidate(RegisteredStrategy replaced, RegisteredStrategy other) {
        RunLabel label = RotationPanel.label(replaced);
        if (other.state() != replaced.state()
                || !hasGained(panel.days(other.code(), label))
                || !isUnlike(replaced, other, label)) {
            return Optional.empty();
        }
        OptionalDouble probability = better(
                panel.days(other.code(), label),
                panel.days(replaced.code(), label),
                limits.lag().days());
        return probability.isPresent()
                        && probability.getAsDouble() >= limits.substitute().probability()
                ? Optional.of(new Candidate(other.code(), probability.getAsDouble()))
                : Optional.empty();
    }

    /**
     * Probability that the true Sharpe ratio of one is above the one measured of the other, over the newest days both
     * have; empty when they are too few or do not vary.
     */
    static OptionalDouble better(List<DailyReturn> one, List<DailyReturn> other, int days) {
        CommonDays common = CommonDays.of(one, other).newest(days);
        if (common.size() < FEWEST) {
            return OptionalDouble.empty();
        }
        Moments moments = Moments.of(common.other());
        return moments.vary()
                ? ProbabilisticSharpe.of(common.one(), moments.mean() / moments.deviation())
                        .value()
                : OptionalDouble.empty();
    }

    /** One that loses less than another loses all the same. */
    private boolean hasGained(List<DailyReturn> days) {
        int from = Math.max(0, days.size() - limits.lag().days());
        return days.subList(from, days.size()).stream()
                        .mapToDouble(DailyReturn::value)
                        .sum()
                > 0;
    }

    private boolean isUnlike(RegisteredStrategy replaced, RegisteredStrategy other, RunLabel label) {
        List<DailyReturn> days = panel.days(other.code(), label);
        return panel.peers(replaced).stream()
                .map(RegisteredStrategy::code)
                .filter(code -> !code.equals(replaced.code()) && !code.equals(other.code()))
                .allMatch(code -> {
                    CommonDays common = CommonDays.of(days, panel.days(code, label))
                            .newest(limits.substitute().days());
                    OptionalDouble correlation = common.size() < FEWEST
                            ? OptionalDouble.empty()
                            : Correlation.pearson(common.one(), common.other());
                    return correlation.isPresent()
                            && correlation.getAsDouble() < limits.substitute().correlation();
                });
    }
}
