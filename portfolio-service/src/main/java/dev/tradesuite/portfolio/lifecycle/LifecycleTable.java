package dev.tradesuite.portfolio.lifecycle;

import static dev.tradesuite.contracts.portfolio.LifecycleState.LIVE;
import static dev.tradesuite.contracts.portfolio.LifecycleState.PAPER;
import static dev.tradesuite.contracts.portfolio.LifecycleState.RETIRED;
import static dev.tradesuite.contracts.portfolio.LifecycleState.SUSPENDED;
import static dev.tradesuite.contracts.portfolio.LifecycleState.VALIDATION;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which state may follow which. */
final class LifecycleTable {

    private LifecycleTable() {}

    /**
     * States that may follow, in the order of the way.
     *
     * @param suspendedFrom state before it was suspended; empty when it never was
     */
    static List<LifecycleState> after(LifecycleState state, Optional<LifecycleState> suspendedFrom) {
        return switch (state) {
            case DISCOVERY -> List.of(VALIDATION, RETIRED);
            case VALIDATION -> List.of(PAPER, RETIRED);
            case PAPER -> List.of(LIVE, SUSPENDED, RETIRED);
            case LIVE -> List.of(SUSPENDED, RETIRED);
            case SUSPENDED ->
                Stream.of(PAPER, LIVE, RETIRED)
                        .filter(next -> next != LIVE
                                || suspendedFrom.filter(LIVE::equals).isPresent())
                        .toList();
            case RETIRED -> List.of();
        };
    }
}
