package dev.tradesuite.signals;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.ScoreThreshold;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.signals.book.BarBookingService;
import dev.tradesuite.signals.book.ModelSaid;
import dev.tradesuite.signals.book.SeriesName;
import dev.tradesuite.signals.book.SignalBar;
import dev.tradesuite.signals.signal.ScoreNotes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Books bars of a made-up market through the paper accounts, as they are booked when they arrive. */
final class BookedModels {

    static final List<String> CODES = List.of("RL_PPO", "ML_XGB", "ML_LGBM", "LLM_CLAUDE", "ENSEMBLE");

    private static final ScoreNotes.Score SCORE = new ScoreNotes.Score(
            "score",
            0.4,
            List.of(
                    new ScoreNotes.Mark(PositionSignal.LONG, ScoreThreshold.Beyond.ABOVE, 0.3),
                    new ScoreNotes.Mark(PositionSignal.SHORT, ScoreThreshold.Beyond.BELOW, -0.3)));

    private static final String VOTES =
            """
            [{"strategy_code": "RL_PPO", "signal": "long", "weight": 0.3, "abstained": false},
             {"strategy_code": "LLM_CLAUDE", "signal": "flat", "weight": 0.2, "abstained": true}]
            """;

    private final BarBookingService books;

    BookedModels(BarBookingService books) {
        this.books = books;
    }

    /** Signal of a model for the bar with an index. */
    interface Signals {
        PositionSignal of(String code, int bar);
    }

    /**
     * Books bars of five minutes.
     *
     * @param firstOpen when the first opens
     */
    void book(String symbol, Instant firstOpen, int bars, Signals signals) {
        book(symbol, firstOpen, Timeframe.M5.length(), bars, signals);
    }

    /**
     * Books bars of five minutes with pauses between them.
     *
     * @param step from the opening of one to that of the next
     */
    void book(String symbol, Instant firstOpen, Duration step, int bars, Signals signals) {
        IntStream.range(0, bars)
                .forEach(i -> books.book(bar(symbol, firstOpen.plus(step.multipliedBy(i)), step, i, signals)));
    }

    /** A price that swings by about one percent. */
    static BigDecimal close(int bar) {
        return BigDecimal.valueOf(1.1 + 0.01 * Math.sin(bar / 9.0) + 0.002 * Math.sin(bar / 2.3))
                .setScale(5, RoundingMode.HALF_EVEN);
    }

    private static SignalBar bar(String symbol, Instant open, Duration step, int i, Signals signals) {
        BigDecimal close = close(i);
        return new SignalBar(
                new SeriesName(symbol, Timeframe.M5),
                i == 0 ? Optional.empty() : Optional.of(open.minus(step)),
                open,
                new SignalBar.BarPrices(close, close, close, close),
                Optional.of(BigDecimal.ONE),
                RunLabel.SIMULATED,
                CODES.stream()
                        .map(code -> said(code, signals.of(code, i), close))
                        .toList());
    }

    /** Stop and target a tenth of the price away: no bar meets them. */
    private static ModelSaid said(String code, PositionSignal signal, BigDecimal close) {
        boolean isFlat = signal == PositionSignal.FLAT;
        BigDecimal tenth = close.movePointLeft(1);
        BigDecimal away = signal == PositionSignal.SHORT ? tenth.negate() : tenth;
        return new ModelSaid(
                code,
                signal,
                0.5,
                isFlat ? 0 : 0.5,
                isFlat ? null : new ModelSaid.Prices(close, close.subtract(away), close.add(away)),
                new ModelSaid.Reasoning("For a test.", null),
                // The others are as an older version stored them.
                ScoreNotes.stored(Map.of("score", 0.4), code.equals("RL_PPO") ? SCORE : null, null),
                code.equals("ENSEMBLE") ? VOTES : "[]",
                new ModelSaid.Origin("rule-1", true, code.equals("LLM_CLAUDE") ? "ADVISOR_OFF" : null));
    }
}
