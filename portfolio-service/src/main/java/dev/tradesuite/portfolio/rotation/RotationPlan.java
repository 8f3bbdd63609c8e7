package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.portfolio.RotationAction;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is to be done with a strategy.
 *
 * @param replacement that gets its weight; of REPLACE alone
 * @param factor part of the weight that is left; of REDUCE alone
 */
public record RotationPlan(RotationAction action, Optional<String> replacement, OptionalDouble factor) {

    public RotationPlan {
        if (replacement.isPresent() != (action == RotationAction.REPLACE)
                || factor.isPresent() != (action == RotationAction.REDUCE)) {
            throw new IllegalArgumentException("REPLACE alone has a replacement and REDUCE alone a factor");
        }
    }

    static RotationPlan of(RotationAction action) {
        return new RotationPlan(action, Optional.empty(), OptionalDouble.empty());
    }

    static RotationPlan reduce(double factor) {
        return new RotationPlan(RotationAction.REDUCE, Optional.empty(), OptionalDouble.of(factor));
    }

    static RotationPlan replace(String by) {
        return new RotationPlan(RotationAction.REPLACE, Optional.of(by), OptionalDouble.empty());
    }

    /** Whether it goes further than another one, so that it takes its place; REPLACE and RETIRE go as far. */
    boolean goesFurtherThan(RotationPlan other) {
        return reach(action) > reach(other.action);
    }

    /** What it does to a strategy, in words. */
    String sentence(String code) {
        return switch (action) {
            case REDUCE -> "Reduce the weight of %s to %s of what it is".formatted(code, factor.orElse(1));
            case SUSPEND -> "Suspend " + code;
            case REPLACE -> "Give the weight of %s to %s".formatted(code, replacement.orElse("nobody"));
            case RETIRE -> "Retire " + code;
        };
    }

    private static int reach(RotationAction action) {
        return switch (action) {
            case REDUCE -> 0;
            case SUSPEND -> 1;
            case REPLACE, RETIRE -> 2;
        };
    }
}
