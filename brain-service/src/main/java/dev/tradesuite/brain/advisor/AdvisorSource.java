package dev.tradesuite.brain.advisor;

import java.time.Duration;
import java.util.List;

/** Knows the advisors, and which are on. */
public interface AdvisorSource {

    /** The advisors that have a key, each ready to be asked. */
    List<Employed> employed();

    /** All advisors there can be, with a key or without. */
    List<Known> known();

    /**
     * An advisor there can be.
     *
     * @param name such as {@code anthropic}
     * @param model model that is asked, or would be
     * @param isOn whether it has a key
     */
    record Known(String name, String model, boolean isOn) {}

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
