package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationHistory.Cause;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps correlations for good, and what is going on with them. */
public interface CorrelationStore {

    /** Version of the returns that correlations are computed from. */
    long version();

    /** How old what was computed is. */
    Freshness freshness();

    /** The next version, for a refresh; until the transaction under way has ended, nobody else gets one. */
    long nextVersion(Instant now);

    /**
     * How old what was computed is.
     *
     * @param refreshedAt when all was computed anew the last time; empty when never
     * @param returnsChanged whether returns have come or were corrected since
     */
    record Freshness(Optional<Instant> refreshedAt, boolean returnsChanged) {}

    /** Pairs that are too much alike. */
    Set<StrategyPair> alike(RunLabel label);

    void begin(RunLabel label, StrategyPair pair, double correlation, Instant at);

    void end(RunLabel label, StrategyPair pair);

    /** Whether the short and the long mean are apart. */
    boolean shifted(RunLabel label);

    void setShifted(RunLabel label, boolean shifted, Instant at);

    /** Stores correlations of a label; of one day and window the newest of the cause DAILY stays. */
    void keep(RunLabel label, Cause cause, CorrelationSnapshot snapshot);

    /**
     * What is asked for.
     *
     * @param label empty for all, each by itself
     * @param from first day, UTC
     * @param to last day
     */
    record Asked(Optional<RunLabel> label, CorrelationWindow window, LocalDate from, LocalDate to) {}

    /** What was stored, of a day. */
    record Stored(RunLabel label, LocalDate day, Cause cause, CorrelationSnapshot snapshot) {}

    /** Stored correlations, oldest first. */
    List<Stored> history(Asked asked);

    /** Forgets what was stored for days before this one. */
    void forgetBefore(LocalDate day);
}
