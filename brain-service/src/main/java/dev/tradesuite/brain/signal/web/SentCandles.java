package dev.tradesuite.brain.signal.web;

import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The candles of a request as they can be read: oldest first whatever the order they came in, each once, and without
 * the one that is still forming.
 *
 * @param candles closed candles, oldest first
 * @param warnings what was left out
 */
record SentCandles(List<Candle> candles, List<Reason> warnings) {

    /**
     * Reads candles without a {@link CandleFault}.
     *
     * @param moment the decision is for
     */
    static SentCandles of(List<Candle> sent, Timeframe timeframe, Instant moment) {
        List<Candle> sorted =
                sent.stream().sorted(Comparator.comparing(Candle::openTime)).toList();
        List<Candle> once = new ArrayList<>(sorted.size());
        for (Candle candle : sorted) {
            if (once.isEmpty() || !once.getLast().openTime().equals(candle.openTime())) {
                once.add(candle);
            }
        }
        List<Reason> warnings = new ArrayList<>();
        if (once.size() < sorted.size()) {
            warnings.add(Reason.of(
                    SignalReason.CANDLES_REPEATED,
                    "%d of %d candles were sent more than once; each counts once."
                            .formatted(sorted.size() - once.size(), sorted.size())));
        }
        if (!once.isEmpty() && isForming(once.getLast().openTime(), timeframe, moment)) {
            Candle forming = once.removeLast();
            warnings.add(Reason.of(
                    SignalReason.CANDLE_STILL_FORMING,
                    "The candle of %s closes at %s; it was left out."
                            .formatted(forming.openTime(), forming.openTime().plus(timeframe.length()))));
        }
        return new SentCandles(List.copyOf(once), List.copyOf(warnings));
    }

    /** Whether a candle had opened by a moment and not closed. */
    static boolean isForming(Instant openTime, Timeframe timeframe, Instant moment) {
        return !openTime.isAfter(moment) && openTime.plus(timeframe.length()).isAfter(moment);
    }

    /** Whether two candles have the same prices. */
    static boolean isSame(Candle one, Candle other) {
        return isSame(one.open(), other.open())
                && isSame(one.high(), other.high())
                && isSame(one.low(), other.low())
                && isSame(one.close(), other.close());
    }

    private static boolean isSame(@Nullable BigDecimal price, @Nullable BigDecimal other) {
        return price != null && other != null && price.compareTo(other) == 0;
    }
}
