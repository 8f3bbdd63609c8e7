package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.portfolio.RotationAction;
import dev.tradesuite.contracts.portfolio.RotationState;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps proposals. Of one strategy there is at most one that something may still become of. */
public interface ProposalStore {

    /** A proposal and the source of its strategy, by which it is seen or not. */
    record Listed(StrategyProposal proposal, StrategySource source) {}

    /** Adds one; false when the strategy has an open one already. */
    boolean add(StrategyProposal proposal);

    /** Stores a locked one as it is now, under the next version, and returns it. */
    StrategyProposal save(StrategyProposal proposal);

    Optional<StrategyProposal> find(UUID id);

    /** As {@link #find}, and nobody else changes it until the transaction under way has ended. */
    Optional<StrategyProposal> lock(UUID id);

    /** The open one of a strategy. */
    Optional<StrategyProposal> open(String code);

    /** The one an approval is about. */
    Optional<StrategyProposal> ofApproval(UUID approval);

    /** When the same was decided for a strategy the last time: rejected or carried out. */
    Optional<Instant> decidedAt(String code, RotationAction action);

    /** Those in a state, the oldest first. */
    List<StrategyProposal> in(RotationState state, int most);

    /**
     * A page, the newest first.
     *
     * @param before those with a smaller id only
     */
    List<Listed> page(Optional<RotationState> state, Optional<UUID> before, int most);
}
