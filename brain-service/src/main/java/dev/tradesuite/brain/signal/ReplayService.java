package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.advisor.OpinionBoard;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.brain.candle.TimeBounds;
import dev.tradesuite.brain.model.TradingModel;
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
 * {@link SignalService} that decides for callers; so a replayed decision equals the one asked for with that
 * {@code as_of}.
 */
public final class ReplayService {

    private final SignalSettings settings;
    private final CandleStore store;
    private final Clock clock;

    /** A replay over stored candles. */
    public ReplayService(SignalSettings settings, CandleStore store, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
    }

    /**
     * What a model decides at the close of every candle that opens at or after {@code from} and before {@code to},
     * oldest first.
     */
    public List<Step> run(TradingModel model, String symbol, Timeframe timeframe, Instant from, Instant to) {
        CandleSeries asked = store.range(symbol, timeframe, from, to).closedBy(clock.instant());
        if (asked.isEmpty()) {
            return List.of();
        }
        // What the first decision sees. When clocks change, a day opens an hour before the day before it closes.
        CandleSeries before = store.closedBefore(
                        symbol, timeframe, asked.closeTime(0), Math.max(settings.candles(), model.lookBack()))
                .between(TimeBounds.EARLIEST, asked.openTime(0));
        SignalService signals =
                new SignalService(settings, CandleSource.of(before.followedBy(asked)), new OpinionBoard(), clock);
        List<Step> steps = new ArrayList<>(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            Optional<Instant> asOf = Optional.of(asked.closeTime(i));
            steps.add(step(signals, SignalQuestion.onStoredCandles(model, symbol, timeframe, asOf)));
        }
        return steps;
    }

    private static Step step(SignalService signals, SignalQuestion question) {
        long start = System.nanoTime();
        SignalDecision decision = signals.decide(question);
        long nanos = System.nanoTime() - start;
        return new Step(
                decision.asOf(),
                decision.action(),
                decision.score(),
                decision.reasons().getFirst().code(),
                decision.inputHash(),
                nanos);
    }

    /**
     * What is kept of a decision; the votes follow from asking for its moment again.
     *
     * @param asOf close of the candle
     * @param action BUY, SELL or HOLD
     * @param score of the model; absent for a model without one, and when it abstained
     * @param reason code of what decided
     * @param inputHash SHA-256 of everything that went in
     * @param nanos time the decision took, without reading candles from the store
     */
    public record Step(
            Instant asOf, SignalAction action, @Nullable Double score, String reason, String inputHash, long nanos) {}
}
