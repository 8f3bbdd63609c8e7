package dev.tradesuite.portfolio.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps messages until they are delivered or given up. */
public interface NotificationStore {

    /** Adds a message, in the transaction under way; one with a known id changes nothing. */
    void add(Notification notification, Instant now);

    /**
     * Takes one that is due, so that nobody else does before the lease is over.
     *
     * @param leaseUntil when somebody else may take it
     */
    Optional<Notification> claim(Instant now, Instant leaseUntil);

    void delivered(UUID id, Instant at);

    /** It is to be tried again. */
    void retry(UUID id, Instant due, String failure);

    /** It is given up. */
    void giveUp(UUID id, Instant at, String failure);

    /** How many wait and how many were given up. */
    Counts counts();

    /** Deletes what was over before a moment. */
    int forgetBefore(Instant moment);

    /**
     * How it stands.
     *
     * @param waiting not yet delivered
     * @param dead given up
     * @param failure the newest; empty when nothing failed
     */
    record Counts(long waiting, long dead, Optional<String> failure) {}
}
