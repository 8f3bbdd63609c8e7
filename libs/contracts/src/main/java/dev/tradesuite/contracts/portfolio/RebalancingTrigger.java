package dev.tradesuite.contracts.portfolio;

/** What made a plan. */
public enum RebalancingTrigger {
    /** Somebody asked for it. */
    PERSON,
    /** It was time. */
    SCHEDULE,
    /** A weight was too far from its target. */
    DRIFT,
    /** A proposal of rotation that was carried out has changed the target. */
    ROTATION,
    /** A strategy was suspended or retired, so the target has changed. */
    LIFECYCLE
}
