package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.RunLabel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two strategies have become too much alike, or are so no longer: event {@code correlation.pair} on
 * {@code portfolio.events}.
 *
 * @param label of the returns
 * @param window how many returns it looks back
 * @param a the code that comes first in the alphabet
 * @param b the other one
 * @param above whether they are too much alike now
 * @param correlation now; absent when it is not known any more, as one of the two is gone
 * @param limit above which it begins
 * @param endsBelow below which it ends
 */
public record PairCorrelationChanged(
        RunLabel label,
        CorrelationWindow window,
        String a,
        String b,
        boolean above,
        @Nullable Double correlation,
        double limit,
        double endsBelow,
        Instant at) {}
