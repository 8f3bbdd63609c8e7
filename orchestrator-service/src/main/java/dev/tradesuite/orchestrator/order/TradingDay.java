package dev.tradesuite.orchestrator.order;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The trading day as brokers count it: it ends at 17:00 in New York. */
final class TradingDay {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime END = LocalTime.of(17, 0);

    private TradingDay() {}

    /** End of the day a moment belongs to. */
    static Instant endAfter(Instant moment) {
        ZonedDateTime there = moment.atZone(NEW_YORK);
        ZonedDateTime end = there.with(END);
        return (there.isBefore(end) ? end : end.plusDays(1)).toInstant();
    }
}
