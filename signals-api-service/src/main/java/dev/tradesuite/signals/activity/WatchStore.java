package dev.tradesuite.signals.activity;

import java.time.Instant;
import java.util.Optional;

/** How what is looked after was found last. */
public interface WatchStore {

    /** The state it was found in last; empty before the first time. */
    Optional<String> state(String subject);

    /**
     * Notes another state, with the transaction under way.
     *
     * @param before as {@link #state} said
     * @return false when another instance was there first
     */
    boolean move(String subject, Optional<String> before, String state, Instant now);
}
