package dev.tradesuite.quant.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Where days end whose returns are taken. Of currencies it is 17:00 in New York: there a year has as many days as their
 * market trades, while the Sunday evening would be a day of its own in UTC.
 *
 * @param zone zone whose clocks count
 * @param at time of day; midnight is the end of the day, not its start
 */
public record DayEnd(ZoneId zone, LocalTime at) {

    /** Days of UTC. */
    public static final DayEnd UTC = new DayEnd(ZoneOffset.UTC, LocalTime.MIDNIGHT);

    /** End of the day that a moment lies in; a moment at the end of a day is the last of it. */
    Instant of(Instant moment) {
        ZonedDateTime there = moment.minusMillis(1).atZone(zone);
        LocalDate date = there.toLocalDate();
        return (there.toLocalTime().isBefore(at) ? date : date.plusDays(1))
                .atTime(at)
                .atZone(zone)
                .toInstant();
    }
}
