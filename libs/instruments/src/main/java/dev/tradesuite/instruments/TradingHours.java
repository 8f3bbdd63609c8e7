package dev.tradesuite.instruments;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a market on its ordinary trading days, by the clocks of its zone.
 *
 * <p>Times count from midnight of the trading day: the Monday of currencies opens seven hours before, on Sunday 17:00
 * in New York, and a day that ends at midnight closes after 24 hours.
 *
 * @param zone zone whose clocks count
 * @param days days that are traded
 * @param opens from midnight of the day to the opening; negative for the evening before
 * @param closes from midnight of the day to the close
 * @param preMarketFrom from midnight of the day; absent: half an hour before it opens
 */
public record TradingHours(
        ZoneId zone, Set<DayOfWeek> days, Duration opens, Duration closes, @Nullable Duration preMarketFrom) {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofDays(1);

    /** Every hour of every day. */
    public static final TradingHours ALWAYS = new TradingHours(
            ZoneId.of("UTC"), EnumSet.allOf(DayOfWeek.class), Duration.ZERO, Duration.ofDays(1), Duration.ZERO);

    public TradingHours {
        if (opens.compareTo(closes) >= 0) {
            throw new IllegalArgumentException("opens must be before closes");
        }
        if (closes.minus(opens).compareTo(DAY) > 0) {
            throw new IllegalArgumentException("a trading day must have at most 24 hours");
        }
        if (preMarketFrom != null && preMarketFrom.compareTo(opens) > 0) {
            throw new IllegalArgumentException("pre_market_from must not be after opens");
        }
        if (days.isEmpty()) {
            throw new IllegalArgumentException("days must name one at least");
        }
        days = Set.copyOf(days);
    }

    /** Time of day at which it opens. */
    public LocalTime opensAt() {
        return LocalTime.MIDNIGHT.plus(opens);
    }

    /** Time of day at which it closes. */
    public LocalTime closesAt() {
        return LocalTime.MIDNIGHT.plus(closes);
    }

    /** Hours of one trading day. */
    TradingSession on(LocalDate date) {
        Duration pre = preMarketFrom == null ? opens.minus(HALF_AN_HOUR) : preMarketFrom;
        return new TradingSession(date, at(date, pre), at(date, opens), at(date, closes));
    }

    /** Hours of a trading day that ends early. */
    TradingSession endingAt(LocalDate date, LocalTime close) {
        TradingSession whole = on(date);
        return new TradingSession(
                date, whole.preMarket(), whole.open(), at(date, Duration.between(LocalTime.MIDNIGHT, close)));
    }

    private Instant at(LocalDate date, Duration fromMidnight) {
        return date.atStartOfDay().plus(fromMidnight).atZone(zone).toInstant();
    }
}
