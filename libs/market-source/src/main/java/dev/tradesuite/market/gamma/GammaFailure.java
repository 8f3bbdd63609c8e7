package dev.tradesuite.market.gamma;

import java.time.Duration;
import java.util.Optional;

/** A call to the Gamma API that brought no list. */
final class GammaFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;
    private final transient Optional<Duration> retryAfter;

    private GammaFailure(String what, boolean passing, Optional<Duration> retryAfter) {
        super(what);
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    /** Another attempt may help. */
    static GammaFailure passing(String what) {
        return new GammaFailure(what, true, Optional.empty());
    }

    /**
     * The venue answered with this status: after 429 and 5xx another attempt may help.
     *
     * @param retryAfter how long it wants to be left alone
     */
    static GammaFailure answered(int status, Optional<Duration> retryAfter) {
        boolean passing = status == 429 || status >= 500;
        return new GammaFailure("answered " + status, passing, passing ? retryAfter : Optional.empty());
    }

    /** What happened, for a person. */
    String what() {
        return String.valueOf(getMessage());
    }

    boolean isPassing() {
        return passing;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
