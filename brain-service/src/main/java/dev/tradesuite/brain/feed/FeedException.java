package dev.tradesuite.brain.feed;

import java.time.Duration;

/** A source did not answer, or refused. The message holds no secret: it is shown to operators. */
public final class FeedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean lasting;
    private final Duration retryAfter;

    /** A failure that may pass by itself. */
    public FeedException(String message) {
        this(message, false, Duration.ZERO);
    }

    private FeedException(String message, boolean lasting, Duration retryAfter) {
        super(message);
        this.lasting = lasting;
        this.retryAfter = retryAfter;
    }

    /** A failure that somebody has to mend, such as a missing file or a wrong key. */
    public static FeedException lasting(String message) {
        return new FeedException(message, true, Duration.ZERO);
    }

    /** A source that wants to be left alone for some time. */
    public static FeedException busy(String message, Duration retryAfter) {
        return new FeedException(message, false, retryAfter);
    }

    /** Whether somebody has to mend it; it is tried again all the same, as it may have been mended. */
    public boolean isLasting() {
        return lasting;
    }

    /** How long the source wants to be left alone at least. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
