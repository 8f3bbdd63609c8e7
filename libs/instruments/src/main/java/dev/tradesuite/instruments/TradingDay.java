package dev.tradesuite.instruments;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The trading day as brokers of currencies count it: it ends when their market ends its day, 17:00 in New York. */
public final class TradingDay {

    /** Zone whose clocks count. */
    public static final ZoneId ZONE;

    /** Time of day at which one ends and the next begins. */
    public static final LocalTime ENDS_AT;

    static {
        TradingHours currencies = MarketHours.shipped().ordinary(AssetClass.FX);
        ZONE = currencies.zone();
        ENDS_AT = currencies.closesAt();
    }

    private TradingDay() {}

    /** End of the day a moment belongs to. */
    public static Instant endAfter(Instant moment) {
        ZonedDateTime there = moment.atZone(ZONE);
        ZonedDateTime end = there.with(ENDS_AT);
        return (there.isBefore(end) ? end : end.plusDays(1)).toInstant();
    }
}
