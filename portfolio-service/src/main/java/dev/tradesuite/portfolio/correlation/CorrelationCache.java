package dev.tradesuite.portfolio.correlation;

import java.util.Optional;

/** Keeps correlations at hand. What it does not have is computed; it never fails. Safe for many threads. */
public interface CorrelationCache {

    /** What was kept for a question, when it was computed from this version of the returns. */
    Optional<CorrelationSnapshot> find(CorrelationKey key, long version);

    /** Keeps an answer, in place of an older one. */
    void put(CorrelationKey key, CorrelationSnapshot snapshot);

    /** Why instances do not share it just now although they should; empty when nothing is wrong. */
    Optional<String> trouble();
}
