package dev.tradesuite.portfolio.returns;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * When returns are asked for: once a day, and again sooner when something went wrong.
 *
 * @param at time of day, UTC
 * @param retry until the next attempt after one that failed for any strategy
 */
record ReturnTimes(LocalTime at, Duration retry) {

    /** The next time of the day. */
    Instant next(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Instant of = today.atTime(at).toInstant(ZoneOffset.UTC);
        return of.isAfter(now) ? of : today.plusDays(1).atTime(at).toInstant(ZoneOffset.UTC);
    }

    /** The time after an attempt. */
    Instant after(boolean allWell, Instant now) {
        Instant regular = next(now);
        Instant soon = now.plus(retry);
        return allWell || regular.isBefore(soon) ? regular : soon;
    }
}
