package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Open times of the candles of an import, to tell a row that would overlap one read before it. Serves one import. */
final class OpenTimes {

    private final long apart;
    private final Map<String, TreeSet<Long>> bySymbol = new HashMap<>();

    OpenTimes(Timeframe timeframe) {
        this.apart = Slots.leastDistance(timeframe).toMillis();
    }

    /** Takes the candle; or does not, and returns when the candle opens that it would overlap. */
    Optional<Instant> take(String symbol, Instant openTime) {
        if (apart == 0) {
            return Optional.empty();
        }
        TreeSet<Long> times = bySymbol.computeIfAbsent(symbol, _ -> new TreeSet<>());
        long time = openTime.toEpochMilli();
        if (times.contains(time)) {
            return Optional.empty();
        }
        Long before = times.lower(time);
        Long after = times.higher(time);
        long toBefore = before == null ? Long.MAX_VALUE : time - before;
        long toAfter = after == null ? Long.MAX_VALUE : after - time;
        if (Math.min(toBefore, toAfter) < apart) {
            return Optional.ofNullable(toBefore < toAfter ? before : after).map(Instant::ofEpochMilli);
        }
        times.add(time);
        return Optional.empty();
    }
}
