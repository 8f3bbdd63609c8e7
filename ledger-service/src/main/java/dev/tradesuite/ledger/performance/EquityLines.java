package dev.tradesuite.ledger.performance;

import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.ledger.account.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What accounts were worth at the end of every five minutes, hour and day in which anything changed. */
public interface EquityLines {

    /** Points of an account, the oldest first. */
    List<WorthPoint> points(String accountId, EquityResolution resolution, Span span);

    /** The last point at or before a moment. */
    Optional<WorthPoint> lastUntil(String accountId, EquityResolution resolution, Instant moment);

    /**
     * What an account began with, when it was opened; the first stretch has a later point. Empty when the points of
     * that day were forgotten before there were lines.
     */
    Optional<WorthPoint> opening(String accountId);

    /** Makes room for the months to come. */
    void ensureRoom(Instant from, Instant to);

    /** Forgets points of five minutes and of hours from before these moments; days are kept. */
    void forget(Instant fiveMinutesBefore, Instant hoursBefore);
}
