package dev.tradesuite.risk.check;

/** How near a limit is, from the best to the worst. */
public enum Level {
    /** Below 70 % of the limit. */
    SAFE,
    /** From 70 % of the limit on, or data for the check is missing. */
    WARNING,
    /** Above the limit, or a check that must be evaluated cannot be. */
    CRITICAL;

    /** The worse of the two. */
    public Level worst(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
