package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.advisor.OpinionBoard;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.brain.candle.TimeBounds;
import dev.tradesuite.brain.indicator.CandleAnalyst;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs the decision over history: once at the close of every stored candle, as if it were that moment.
 *
 * <p>The candles are read once and each decision sees only those closed by its moment, through the same
 * {@link SignalDecider} that decides for callers; so a replayed decision equals the one asked for with that
 * {@code as_of}.
 */
public final class SignalReplay {

    private final SignalSettings settings;
    private final CandleStore store;
    private final CandleAnalyst analyst;
    private final Clock clock;

    /** A replay over stored candles. */
    public SignalReplay(SignalSettings settings, CandleStore store, CandleAnalyst analyst, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.analyst = analyst;
        this.clock = clock;
    }

    /**
     * The decision at the close of every candle that opens at or after {@code from} and before {@code to}, oldest
     * first.
     */
    public List<Step> run(String symbol, Timeframe timeframe, Instant from, Instant to) {
        CandleSeries asked = store.range(symbol, timeframe, from, to).closedBy(clock.instant());
        if (asked.isEmpty()) {
            return List.of();
        }
        // What the first decision sees. When clocks change, a day opens an hour before the day before it closes.
        CandleSeries before = store.closedBefore(symbol, timeframe, asked.closeTime(0), settings.candles())
                .between(TimeBounds.EARLIEST, asked.openTime(0));
        SignalDecider decider = deciderOver(before.followedBy(asked));
        List<Step> steps = new ArrayList<>(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            steps.add(
                    step(decider, SignalQuestion.onStoredCandles(symbol, timeframe, Optional.of(asked.closeTime(i)))));
        }
        return steps;
    }

    private static Step step(SignalDecider decider, SignalQuestion question) {
        long start = System.nanoTime();
        Signal signal = decider.decide(question);
        long nanos = System.nanoTime() - start;
        return new Step(
                signal.asOf(),
                signal.action(),
                signal.score(),
                signal.reasons().getFirst().reason(),
                signal.inputHash(),
                nanos);
    }

    private SignalDecider deciderOver(CandleSeries candles) {
        // Every candle is met once: remembering its analysis would only push out those of live decisions.
        return new SignalDecider(
                settings, CandleSource.of(candles), (series, _) -> analyst.analyse(series), new OpinionBoard(), clock);
    }

    /**
     * What is kept of a decision; the votes follow from asking for its moment again.
     *
     * @param asOf close of the candle
     * @param action BUY, SELL or HOLD
     * @param score weighted mean of the votes; absent when there was nothing to vote on
     * @param reason what decided
     * @param inputHash SHA-256 of everything that went in
     * @param nanos time the decision took, without reading candles from the store
     */
    public record Step(
            Instant asOf,
            SignalAction action,
            @Nullable Double score,
            SignalReason reason,
            String inputHash,
            long nanos) {}
}
