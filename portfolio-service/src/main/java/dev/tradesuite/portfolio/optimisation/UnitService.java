package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.quant.optimiser.DiscreteAllocation;
import dev.tradesuite.support.problem.ProblemException;

/** Units that come closest to weights. Safe for many threads. */
public final class UnitService {

    /** Assets among which the closest of all can be found. */
    private static final int MOST_EXACT = 20;

    private final WorkLimit limit;

    UnitService(WorkLimit limit) {
        this.limit = limit;
    }

    /**
     * The units.
     *
     * @param exact whether the closest of all is looked for
     * @throws ProblemException METHOD_DOES_NOT_FIT for more than 20 assets with exact
     */
    public DiscreteAllocation allocate(DiscreteAllocation.Wish wish, boolean exact) {
        if (exact && wish.prices().size() > MOST_EXACT) {
            throw new ProblemException(
                    ProblemCode.METHOD_DOES_NOT_FIT,
                    "The closest of all is looked for among at most %d assets, were %d"
                            .formatted(MOST_EXACT, wish.prices().size()));
        }
        return limit.run(() -> QuantRefusal.asProblem(
                () -> exact ? DiscreteAllocation.closest(wish) : DiscreteAllocation.greedy(wish)));
    }
}
