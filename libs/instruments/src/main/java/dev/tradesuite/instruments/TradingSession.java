package dev.tradesuite.instruments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One trading day of a market; a market that trades through the week has one ending where the next begins.
 *
 * @param date day it belongs to, in the market's zone
 * @param preMarket from when on it counts as about to open
 * @param open first moment
 * @param close first moment after it
 */
public record TradingSession(LocalDate date, Instant preMarket, Instant open, Instant close) {

    public TradingSession {
        if (!open.isBefore(close)) {
            throw new IllegalArgumentException("the day " + date + " would close at " + close + ", before it opens");
        }
    }

    /** Whether the market is open at a moment. */
    public boolean holds(Instant moment) {
        return !moment.isBefore(open) && moment.isBefore(close);
    }

    /** How long it is open. */
    public Duration length() {
        return Duration.between(open, close);
    }
}
