package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.RunLabel;
import java.time.Instant;

/** Tells others what has become of correlations, in the transaction under way. */
public interface CorrelationEvents {

    void pairChanged(RunLabel label, CorrelationWatch.PairChange change, Instant at);

    void regimeChanged(RunLabel label, CorrelationWatch.RegimeChange change, Instant at);
}
