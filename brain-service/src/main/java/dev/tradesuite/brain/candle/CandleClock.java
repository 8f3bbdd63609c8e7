package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.AssetClass;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.TradingDay;
import dev.tradesuite.instruments.TradingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Where the candles of a market begin when they are put together from finer ones.
 *
 * <p>The day of currencies and metals begins at 17:00 in New York, and four-hour candles with it. Shares are traded
 * from 09:30 to 16:00 in New York: their hours begin at half past, and their session stands within the UTC day of its
 * date. Coins are traded around the clock, by UTC.
 *
 * @param timeframe length of the candles
 * @param zone zone whose clocks count
 * @param origin time of day there at which a candle begins
 * @param hasSession whether trading ends before the candle does
 */
public record CandleClock(Timeframe timeframe, ZoneId zone, LocalTime origin, boolean hasSession) {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final TradingHours SHARES = MarketHours.shipped().ordinary(AssetClass.STOCK);

    /** The clock of a market's candles. */
    public static CandleClock of(AssetClass market, Timeframe timeframe) {
        return switch (market) {
            case FX, METAL -> new CandleClock(timeframe, TradingDay.ZONE, TradingDay.ENDS_AT, false);
            case CRYPTO -> new CandleClock(timeframe, UTC, LocalTime.MIDNIGHT, false);
            case STOCK ->
                timeframe == Timeframe.D1
                        ? new CandleClock(timeframe, UTC, LocalTime.MIDNIGHT, true)
                        : new CandleClock(timeframe, SHARES.zone(), SHARES.opensAt(), true);
        };
    }

    /** When the candle opens that holds a moment. */
    public Instant start(Instant moment) {
        long length = timeframe.length().toSeconds();
        long local = LocalDateTime.ofInstant(moment, zone).toEpochSecond(ZoneOffset.UTC);
        long start = Math.floorDiv(local - origin.toSecondOfDay(), length) * length + origin.toSecondOfDay();
        return LocalDateTime.ofEpochSecond(start, 0, ZoneOffset.UTC)
                .atZone(zone)
                .toInstant();
    }

    /** When the candle opens that follows one; the day on which clocks change has 23 or 25 hours. */
    public Instant next(Instant start) {
        Duration within = timeframe.length().compareTo(Duration.ofHours(4)) < 0
                ? timeframe.length()
                : timeframe.length().plusHours(1);
        return start(start.plus(within));
    }

    /** When the first candle opens that opens at a moment or after it. */
    Instant firstFrom(Instant moment) {
        Instant start = start(moment);
        return start.isBefore(moment) ? next(start) : start;
    }

    /** When the first whole candle opens, of finer ones that begin at a moment. */
    Instant firstWhole(Instant first) {
        Instant start = start(first);
        boolean isWhole = !first.isAfter(start)
                || (hasSession && !first.isAfter(inSession(first, SHARES.opensAt())) && timeframe == Timeframe.D1);
        return isWhole ? start : next(start);
    }

    /** When the first candle opens that is not whole, of finer ones that reach up to a moment. */
    Instant endOfWhole(Instant lastClose) {
        Instant start = start(lastClose.minusMillis(1));
        Instant end = next(start);
        Instant close = inSession(lastClose.minusMillis(1), SHARES.closesAt());
        boolean endsWithSession = hasSession && close.isAfter(start) && close.isBefore(end);
        return lastClose.isBefore(endsWithSession ? close : end) ? start : end;
    }

    /** Whether candles of a finer series that opens at a moment never reach over the end of one of these. */
    boolean fits(Instant open, Timeframe finer) {
        return Duration.between(start(open), open).toMillis() % finer.length().toMillis() == 0;
    }

    private static Instant inSession(Instant moment, LocalTime time) {
        return LocalDateTime.ofInstant(moment, SHARES.zone())
                .toLocalDate()
                .atTime(time)
                .atZone(SHARES.zone())
                .toInstant();
    }
}
