package dev.tradesuite.risk.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * When the risk day begins.
 *
 * @param rollsAt time of day, UTC, at which a new day begins; what is later belongs to the day of that date
 */
public record RiskDay(LocalTime rollsAt) {

    /** The day begins at midnight UTC. */
    public static final RiskDay MIDNIGHT_UTC = new RiskDay(LocalTime.MIDNIGHT);

    /** The risk day a moment belongs to, named by the date on which it began. */
    public LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment.minusNanos(rollsAt.toNanoOfDay()), ZoneOffset.UTC);
    }
}
