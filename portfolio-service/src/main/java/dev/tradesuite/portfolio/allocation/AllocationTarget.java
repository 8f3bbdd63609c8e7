package dev.tradesuite.portfolio.allocation;

import dev.tradesuite.contracts.portfolio.TargetOrigin;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What an account is to hold, by strategy.
 *
 * @param version 1, and one more with every change
 * @param weights by code, above 0, together at most 1; what is not there is 0
 */
public record AllocationTarget(String account, long version, SortedMap<String, Double> weights, Cause cause) {

    /** What rounding of a solver may add to a sum of weights. */
    static final double ROUNDING = 1e-8;

    public AllocationTarget {
        weights = Collections.unmodifiableSortedMap(withoutZeros(weights));
    }

    /**
     * Why there is such a target.
     *
     * @param answer of the optimiser it comes from; there exactly when that is the origin
     * @param person who, or what
     */
    public record Cause(TargetOrigin origin, Optional<UUID> answer, String person, String reason, Instant at) {

        public Cause {
            if (answer.isPresent() != (origin == TargetOrigin.OPTIMUM)) {
                throw new IllegalArgumentException("an optimum, and nothing else, has an answer; was " + origin);
            }
        }
    }

    /** Weight of a strategy; 0 for one that is not to be held. */
    public double weight(String code) {
        return weights.getOrDefault(code, 0.0);
    }

    /** Sum of weights as they are told. */
    public static double sum(Map<String, Double> weights) {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static SortedMap<String, Double> withoutZeros(Map<String, Double> weights) {
        SortedMap<String, Double> held = new TreeMap<>(weights);
        held.values().removeIf(weight -> weight == 0);
        held.forEach((code, weight) -> {
            if (!(weight > 0 && weight <= 1 + ROUNDING)) {
                throw new IllegalArgumentException("a weight is from 0 to 1, was %s of %s".formatted(weight, code));
            }
        });
        return held;
    }
}
