package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskReason;
import java.math.BigDecimal;
import java.util.function.Function;

/** An amount of money, or the reason why there is none. */
public sealed interface Figure {

    /** An amount in the account currency. */
    record Known(BigDecimal amount) implements Figure {}

    /** No amount, and why; never taken for zero. */
    record Unknown(RiskReason reason, String message) implements Figure {}

    /** Nothing, and known to be nothing. */
    static Figure zero() {
        return new Known(BigDecimal.ZERO);
    }

    /** A known amount. */
    static Figure of(BigDecimal amount) {
        return new Known(amount);
    }

    /** No amount, and why. */
    static Figure unknown(RiskReason reason, String message) {
        return new Unknown(reason, message);
    }

    /** What follows from the amount, or from there being none. */
    default <T> T fold(Function<BigDecimal, T> known, Function<Unknown, T> unknown) {
        return switch (this) {
            case Known(BigDecimal amount) -> known.apply(amount);
            case Unknown reason -> unknown.apply(reason);
        };
    }

    /** The sum of both, or the first reason why there is none. */
    default Figure plus(Figure other) {
        return fold(amount -> other.fold(more -> of(amount.add(more)), unknown -> unknown), unknown -> unknown);
    }
}
