package dev.tradesuite.portfolio.rotation;

import static dev.tradesuite.contracts.portfolio.RotationState.APPROVED;
import static dev.tradesuite.contracts.portfolio.RotationState.DONE;
import static dev.tradesuite.contracts.portfolio.RotationState.EXPIRED;
import static dev.tradesuite.contracts.portfolio.RotationState.OPEN;
import static dev.tradesuite.contracts.portfolio.RotationState.PENDING_APPROVAL;
import static dev.tradesuite.contracts.portfolio.RotationState.REJECTED;
import static dev.tradesuite.contracts.portfolio.RotationState.SUPERSEDED;

import dev.tradesuite.contracts.portfolio.RotationState;
import java.util.Set;

/** Which state of a proposal may follow which. */
final class ProposalTable {

    private ProposalTable() {}

    static Set<RotationState> after(RotationState state) {
        return switch (state) {
            case OPEN -> Set.of(PENDING_APPROVAL, APPROVED, SUPERSEDED);
            case PENDING_APPROVAL -> Set.of(APPROVED, REJECTED, EXPIRED, SUPERSEDED);
            case EXPIRED -> Set.of(OPEN, SUPERSEDED);
            case APPROVED -> Set.of(DONE, SUPERSEDED);
            case REJECTED, DONE, SUPERSEDED -> Set.of();
        };
    }

    /** Whether something may still become of it. */
    static boolean isOpen(RotationState state) {
        return !after(state).isEmpty();
    }

    static RotationState next(RotationState from, RotationState to) {
        if (!after(from).contains(to)) {
            throw new IllegalStateException("a proposal does not go from %s to %s".formatted(from, to));
        }
        return to;
    }
}
