package dev.tradesuite.portfolio.correlation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Answers how strategies move together: from the cache while the returns are the same, else computed. */
public final class CorrelationService {

    private final PanelReader panels;
    private final CorrelationCalculator calculator;
    private final CorrelationCache cache;
    private final CorrelationStore store;
    private final Clock clock;

    CorrelationService(
            PanelReader panels,
            CorrelationCalculator calculator,
            CorrelationCache cache,
            CorrelationStore store,
            Clock clock) {
        this.panels = panels;
        this.calculator = calculator;
        this.cache = cache;
        this.store = store;
        this.clock = clock;
    }

    /** Correlations of the newest returns that are known. */
    public CorrelationOutcome<CorrelationSnapshot> find(CorrelationKey key) {
        // Before the returns are read: what changes meanwhile makes the answer old, never the other way round.
        long version = store.version();
        Optional<CorrelationSnapshot> kept = cache.find(key, version);
        return kept.isPresent() ? CorrelationOutcome.known(kept.get()) : compute(key, version);
    }

    /** What was stored, oldest first. */
    public List<CorrelationStore.Stored> history(CorrelationStore.Asked asked) {
        return store.history(asked);
    }

    private CorrelationOutcome<CorrelationSnapshot> compute(CorrelationKey key, long version) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        CorrelationOutcome<CorrelationSnapshot> computed = panels.read(key.codes(), key.label(), key.window(), now)
                .then(panel -> calculator.of(
                        panel, key.window(), key.estimator(), new CorrelationCalculator.Moment(now, version)));
        if (computed instanceof CorrelationOutcome.Known<CorrelationSnapshot>(CorrelationSnapshot snapshot)) {
            cache.put(key, snapshot);
        }
        return computed;
    }
}
