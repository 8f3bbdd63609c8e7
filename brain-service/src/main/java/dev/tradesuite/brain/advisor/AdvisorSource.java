package dev.tradesuite.brain.advisor;

import java.time.Duration;
import java.util.List;

/** Knows the advisors that are on. */
@FunctionalInterface
public interface AdvisorSource {

    /** The advisors that have a key, each ready to be asked. */
    List<Employed> employed();

    /**
     * An advisor at work.
     *
     * @param advisor who is asked
     * @param refreshInterval pause between two rounds over the watched markets
     * @param maxAge how long an opinion counts
     * @param release gives back its connections
     */
    record Employed(Advisor advisor, Duration refreshInterval, Duration maxAge, Runnable release) {}
}
