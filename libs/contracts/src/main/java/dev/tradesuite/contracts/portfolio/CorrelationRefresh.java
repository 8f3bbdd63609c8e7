package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.RunLabel;
import java.time.Instant;
import java.util.List;

/**
 * What a refresh computed. {@code POST /api/v1/correlation/refresh}.
 *
 * @param asOf when the returns were read
 * @param version of the returns from now on
 * @param computed matrices that were computed
 * @param pairChanges pairs that rose above the limit or fell back
 * @param regimeChanges labels whose short and long mean came apart or together again
 */
public record CorrelationRefresh(
        Instant asOf, long version, List<Computed> computed, int pairChanges, int regimeChanges) {

    /** A matrix of all strategies with a label. */
    public record Computed(CorrelationWindow window, RunLabel label, int strategies, int observations) {}
}
