package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.market.RunLabel;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal would do to the optimum.
 *
 * @param label of the returns
 * @param before with the strategy as it is; empty when there is no optimum
 * @param after as proposed; empty when there is no optimum
 * @param unavailable why one is empty
 */
public record OptimumEffect(
        RunLabel label, Optional<Optimum> before, Optional<Optimum> after, Optional<String> unavailable) {

    /**
     * An optimum.
     *
     * @param weights by code
     * @param expectedReturn of a year
     * @param volatility of a year
     * @param sharpe absent without risk
     */
    public record Optimum(
            Map<String, Double> weights, double expectedReturn, double volatility, @Nullable Double sharpe) {

        public Optimum {
            weights = Map.copyOf(weights);
        }
    }

    static OptimumEffect unavailable(RunLabel label, Optional<Optimum> before, String why) {
        return new OptimumEffect(label, before, Optional.empty(), Optional.of(why));
    }
}
