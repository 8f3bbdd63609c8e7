package dev.tradesuite.risk.account;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * When the risk day begins.
 *
 * @param rollsAt time of day at which a new day begins; what is later belongs to the day of that date
 * @param zone whose time of day it is, summer time included
 */
public record RiskDay(LocalTime rollsAt, ZoneId zone) {

    /** The day begins at midnight UTC. */
    public static final RiskDay MIDNIGHT_UTC = new RiskDay(LocalTime.MIDNIGHT, ZoneOffset.UTC);

    /**
     * A day as settings say it: {@code 22:00}, which is UTC, or {@code 00:00 Europe/Prague}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static RiskDay parse(String text) {
        String[] words = text.strip().split("\\s+", 2);
        try {
            return new RiskDay(LocalTime.parse(words[0]), words.length == 1 ? ZoneOffset.UTC : ZoneId.of(words[1]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "expected a time such as 00:00 or 00:00 Europe/Prague, was '%s'".formatted(text), e);
        }
    }

    /** The risk day a moment belongs to, named by the date on which it began. */
    public LocalDate of(Instant moment) {
        LocalDate date = LocalDate.ofInstant(moment, zone);
        // A time that a change of the clocks skips is the one after the gap; one that comes twice is the first.
        Instant begin = date.atTime(rollsAt).atZone(zone).toInstant();
        return moment.isBefore(begin) ? date.minusDays(1) : date;
    }
}
