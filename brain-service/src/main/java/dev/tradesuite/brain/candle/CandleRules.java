package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.brain.RowRefusal;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.SeriesKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a row must satisfy to become a candle.
 *
 * @param timeframe length of the candles
 * @param now moment of the import; a candle must have closed by then
 * @param source who brings the rows; made-up prices and the market's never share a series
 */
public record CandleRules(Timeframe timeframe, Instant now, String source) {

    /** Digits a number may have before the decimal point, and as many after it. */
    private static final int MAX_DIGITS = 18;

    /** Why the row cannot be stored; empty when it can. */
    public Optional<RefusedRow> refusal(CandleRow row) {
        Broken broken = firstBroken(row);
        return broken == null
                ? Optional.empty()
                : Optional.of(new RefusedRow(row.line(), broken.reason(), broken.found()));
    }

    private @Nullable Broken firstBroken(CandleRow row) {
        if (!isStorable(row.open())
                || !isStorable(row.high())
                || !isStorable(row.low())
                || !isStorable(row.close())
                || (row.volume() != null && !isStorable(row.volume()))
                || (row.adjustedClose() != null && !isStorable(row.adjustedClose()))) {
            return new Broken(
                    RowRefusal.BAD_NUMBER, "a number has more than 18 digits before or after the decimal point");
        }
        if (row.low().signum() <= 0
                || row.open().signum() <= 0
                || row.close().signum() <= 0
                || (row.adjustedClose() != null && row.adjustedClose().signum() <= 0)) {
            return new Broken(RowRefusal.PRICE_NOT_POSITIVE, prices(row));
        }
        if (row.high().compareTo(row.open().max(row.close()).max(row.low())) < 0
                || row.low().compareTo(row.open().min(row.close())) > 0) {
            return new Broken(RowRefusal.RANGE_BROKEN, prices(row));
        }
        if (row.volume() != null && row.volume().signum() < 0) {
            return new Broken(
                    RowRefusal.NEGATIVE_VOLUME, "volume " + row.volume().toPlainString());
        }
        Broken time = timeFault(row.openTime());
        return time == null ? sourceFault(row.symbol()) : time;
    }

    private @Nullable Broken sourceFault(String symbol) {
        SeriesKind kind = SeriesKind.of(symbol);
        return kind.takes(source)
                ? null
                : new Broken(
                        RowRefusal.SOURCE_NOT_ALLOWED,
                        kind == SeriesKind.MARKET
                                ? symbol + " takes prices of the market, not of " + source
                                : symbol + " takes prices of " + kind.source() + " only, not of " + source);
    }

    private @Nullable Broken timeFault(Instant openTime) {
        if (openTime.isBefore(TimeBounds.EARLIEST)) {
            return new Broken(RowRefusal.BAD_TIME, openTime + " is before the year 1900");
        }
        if (openTime.plus(timeframe.length()).isAfter(now)) {
            return new Broken(RowRefusal.IN_FUTURE, "a " + timeframe + " candle of " + openTime + " is not closed yet");
        }
        if (!Slots.isOpenTime(openTime, timeframe)) {
            return new Broken(RowRefusal.OFF_GRID, "no " + timeframe + " candle opens at " + openTime);
        }
        return null;
    }

    /** Whether a number can be written out; guards against 1e999999999, which is short to send and long to store. */
    private static boolean isStorable(BigDecimal number) {
        return number.scale() <= MAX_DIGITS && (long) number.precision() - number.scale() <= MAX_DIGITS;
    }

    private static String prices(CandleRow row) {
        return "open " + row.open().toPlainString() + ", high " + row.high().toPlainString() + ", low "
                + row.low().toPlainString() + ", close " + row.close().toPlainString();
    }

    private record Broken(RowRefusal reason, String found) {}
}
