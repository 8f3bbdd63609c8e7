package dev.tradesuite.portfolio.allocation;

import dev.tradesuite.contracts.portfolio.TargetOrigin;
import java.util.Optional;

/** The targets of accounts, for whoever follows or changes them by a rule. */
public interface TargetPortfolios {

    /**
     * What a rule does to one weight.
     *
     * @param account whose target
     * @param code of the strategy
     * @param weight it gets, 0 to 1; the others keep theirs
     * @param origin ROTATION or LIFECYCLE
     * @param person who, or what
     */
    record Reweighing(String account, String code, double weight, TargetOrigin origin, String person, String reason) {}

    /** The target of an account that counts now; empty when it has none. */
    Optional<AllocationTarget> newest(String account);

    /** The newest version after another one that a rule has made; empty when there is none. */
    Optional<AllocationTarget> changedByRule(String account, long after);

    /**
     * Changes one weight, as the next version of the target, in the transaction under way or in one of its own. Whoever
     * changes the target at the same time loses nothing.
     *
     * @return the target that counts now; the one before when the strategy has this weight already; empty when the
     *     account has no target
     * @throws IllegalArgumentException when the weights would come to more than 1
     */
    Optional<AllocationTarget> reweigh(Reweighing change);

    /** Takes the weight of a strategy in every account that has one for it, as {@link #reweigh}. */
    void withdraw(String code, TargetOrigin origin, String person, String reason);
}
