package dev.tradesuite.portfolio.correlation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refreshes from time to time while a market is open, and soon after returns have come or were corrected. */
public final class CorrelationDue {

    private static final Logger LOG = LoggerFactory.getLogger(CorrelationDue.class);

    private final CorrelatedStrategies strategies;
    private final OpenMarkets markets;
    private final CorrelationStore store;
    private final CorrelationRefreshService refresh;
    private final Duration every;
    private final Clock clock;

    /** @param every how often while a market is open */
    CorrelationDue(
            CorrelatedStrategies strategies,
            OpenMarkets markets,
            CorrelationStore store,
            CorrelationRefreshService refresh,
            Duration every,
            Clock clock) {
        this.strategies = strategies;
        this.markets = markets;
        this.store = store;
        this.refresh = refresh;
        this.every = every;
        this.clock = clock;
    }

    /** Looks whether it is time, and refreshes if so; says whether it did. */
    public boolean look() {
        if (!isTime(clock.instant())) {
            return false;
        }
        CorrelationRefreshService.Outcome outcome = refresh.refresh();
        LOG.info(
                "Correlations refreshed: {} matrices, {} pairs and {} regimes have changed",
                outcome.computed().size(),
                outcome.pairChanges(),
                outcome.regimeChanges());
        return true;
    }

    private boolean isTime(Instant now) {
        CorrelationStore.Freshness freshness = store.freshness();
        boolean old = freshness
                .refreshedAt()
                .filter(last -> last.plus(every).isAfter(now))
                .isEmpty();
        return freshness.returnsChanged() || (old && markets.any(strategies.all(), now));
    }
}
