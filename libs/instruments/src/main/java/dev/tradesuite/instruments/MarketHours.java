package dev.tradesuite.instruments;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When an asset class is traded, by the clock of New York: currencies and metals from Sunday 17:00 to Friday 17:00,
 * shares from Monday to Friday 9:30 to 16:00, crypto currencies always. Holidays are not known.
 */
public final class MarketHours {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime WEEK_TURNS = LocalTime.of(17, 0);
    private static final LocalTime SHARES_FROM = LocalTime.of(9, 30);
    private static final LocalTime SHARES_UNTIL = LocalTime.of(16, 0);

    private MarketHours() {}

    /**
     * Whether a price is young enough at a moment; while the market is closed no price grows older.
     *
     * @param maxAge how old a price may be while the market is open
     */
    public static boolean isFresh(AssetClass assetClass, Instant pricedAt, Instant moment, Duration maxAge) {
        return !pricedAt.isBefore(lastOpen(assetClass, moment).minus(maxAge));
    }

    /** The moment itself while the market is open, else when it closed. */
    private static Instant lastOpen(AssetClass assetClass, Instant moment) {
        ZonedDateTime there = moment.atZone(NEW_YORK);
        return switch (assetClass) {
            case CRYPTO -> moment;
            case FX, METAL -> ofTheWeek(there).toInstant();
            case STOCK -> ofShares(there).toInstant();
        };
    }

    private static ZonedDateTime ofTheWeek(ZonedDateTime there) {
        DayOfWeek day = there.getDayOfWeek();
        boolean evening = !there.toLocalTime().isBefore(WEEK_TURNS);
        return switch (day) {
            case FRIDAY -> evening ? there.with(WEEK_TURNS) : there;
            case SATURDAY -> there.minusDays(1).with(WEEK_TURNS);
            case SUNDAY -> evening ? there : there.minusDays(2).with(WEEK_TURNS);
            default -> there;
        };
    }

    private static ZonedDateTime ofShares(ZonedDateTime there) {
        ZonedDateTime day = there;
        if (isWorkday(day)) {
            LocalTime time = day.toLocalTime();
            if (!time.isBefore(SHARES_FROM)) {
                return time.isBefore(SHARES_UNTIL) ? there : day.with(SHARES_UNTIL);
            }
        }
        do {
            day = day.minusDays(1);
        } while (!isWorkday(day));
        return day.with(SHARES_UNTIL);
    }

    private static boolean isWorkday(ZonedDateTime day) {
        return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
    }
}
