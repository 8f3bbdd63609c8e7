package dev.tradesuite.brain.bar;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.CandleReader;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.TimeBounds;
import dev.tradesuite.brain.model.bar.ClosedBars;
import dev.tradesuite.brain.model.bar.Opinion;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.learning.feature.PriceBars;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Judges the stored bars of a stretch of the past, as they were judged when they closed; only the language model, who
 * knows the present, is not heard.
 */
public final class BarReplayService {

    private static final int CHUNK = 2_000;

    private final BarJudge judge;
    private final CandleReader candles;

    public BarReplayService(BarJudge judge, CandleReader candles) {
        this.judge = judge;
        this.candles = candles;
    }

    /**
     * Hands over every stored bar that opens at or after {@code from} and had closed by {@code asOf}, oldest first.
     * Bars are read in chunks, so a long stretch takes no more memory than a short one. A bar that nothing has
     * confirmed is left out, as it was not announced.
     *
     * @param span which bars
     * @param asOf bars that had closed by then
     */
    public void replay(SeriesKey series, ReplayedBars span, Instant asOf, Consumer<JudgedBar> each) {
        Opinion none = Opinion.missing(SignalReason.OPINION_NOT_FOR_HISTORY);
        Instant end = end(series, span, asOf);
        Instant next = span.from();
        long left = span.limit();
        while (next.isBefore(end) && left > 0) {
            List<Candle> read = candles.oldestOf(series, next, end, Math.toIntExact(Math.min(left, CHUNK)));
            if (read.isEmpty()) {
                return;
            }
            List<Candle> judged = plausible(series, read);
            judgeAll(series, judged, none, each);
            left -= judged.size();
            next = read.getLast().openTime().plusMillis(1);
        }
    }

    /** How many bars a replay judges. */
    public long size(SeriesKey series, ReplayedBars span, Instant asOf) {
        Instant end = end(series, span, asOf);
        if (!span.from().isBefore(end)) {
            return 0;
        }
        int stored = candles.openTimes(series, span.from(), end).length;
        int doubted =
                candles.implausible(series, span.from(), end.minusMillis(1)).size();
        return Math.min(span.limit(), stored - doubted);
    }

    private static Instant end(SeriesKey series, ReplayedBars span, Instant asOf) {
        Instant lastOpen = asOf.minus(series.timeframe().length());
        return span.to().isAfter(lastOpen) ? lastOpen.plusMillis(1) : span.to();
    }

    private void judgeAll(SeriesKey series, List<Candle> chunk, Opinion opinion, Consumer<JudgedBar> each) {
        if (chunk.isEmpty()) {
            return;
        }
        CandleSeries before = before(series, chunk.getFirst());
        CandleSeries all = before.followedBy(CandleSeries.of(series.symbol(), series.timeframe(), chunk));
        PriceBars bars = ClosedBars.of(all);
        for (int i = 0; i < chunk.size(); i++) {
            each.accept(judge.judge(series, bars, before.size() + i, chunk.get(i), opinion));
        }
    }

    /** Bars before the first of a chunk. When clocks change, a day opens an hour before the day before it closes. */
    private CandleSeries before(SeriesKey series, Candle first) {
        Instant closedBy = first.openTime().plus(series.timeframe().length());
        return candles.newest(series, closedBy, judge.lookBack() + 1).between(TimeBounds.EARLIEST, first.openTime());
    }

    private List<Candle> plausible(SeriesKey series, List<Candle> read) {
        Set<Instant> doubted = new HashSet<>(candles.implausible(
                series, read.getFirst().openTime(), read.getLast().openTime()));
        return doubted.isEmpty()
                ? read
                : read.stream().filter(bar -> !doubted.contains(bar.openTime())).toList();
    }
}
