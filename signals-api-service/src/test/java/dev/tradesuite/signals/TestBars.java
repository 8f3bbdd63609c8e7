package dev.tradesuite.signals;

import dev.tradesuite.contracts.brain.BarSignals;
import dev.tradesuite.contracts.brain.ModelInfo;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.ScoreThreshold;
import dev.tradesuite.contracts.brain.SignalScore;
import dev.tradesuite.contracts.brain.StrategySignal;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Bars of a seeded walk with what five models say about them, who change their minds and meet stops and targets. */
public final class TestBars {

    private static final List<PositionSignal> WISHES =
            List.of(PositionSignal.LONG, PositionSignal.LONG, PositionSignal.SHORT, PositionSignal.FLAT);

    private TestBars() {}

    /**
     * Five-minute bars; the models want nothing after the last one.
     *
     * @param first when the first opens
     */
    public static List<BarSignals> of(String symbol, Instant first, int count) {
        Random random = new Random(7);
        List<BarSignals> bars = new ArrayList<>();
        double price = 1.1;
        @Nullable Instant previous = null;
        for (int i = 0; i < count; i++) {
            Instant open = first.plus(Timeframe.M5.length().multipliedBy(i));
            double close = price + random.nextGaussian() * 0.0004;
            double spread = random.nextDouble() * 0.0004;
            bars.add(new BarSignals(
                    symbol,
                    Timeframe.M5,
                    previous,
                    new Candle(
                            open,
                            decimal(price),
                            decimal(Math.max(price, close) + spread),
                            decimal(Math.min(price, close) - spread),
                            decimal(close),
                            null),
                    BigDecimal.ONE,
                    "test",
                    RunLabel.PAPER,
                    signals(random, decimal(close), i == count - 1)));
            previous = open;
            price = close;
        }
        return bars;
    }

    private static List<StrategySignal> signals(Random random, BigDecimal close, boolean isLast) {
        List<StrategySignal> signals = new ArrayList<>();
        for (String code : BookedModels.CODES) {
            PositionSignal wish =
                    isLast || random.nextInt(3) == 0 ? PositionSignal.FLAT : WISHES.get(random.nextInt(WISHES.size()));
            signals.add(signal(code, wish, close));
        }
        return signals;
    }

    private static StrategySignal signal(String code, PositionSignal wish, BigDecimal close) {
        boolean isFlat = wish == PositionSignal.FLAT;
        BigDecimal away = new BigDecimal(wish == PositionSignal.SHORT ? "-0.0008" : "0.0008");
        return new StrategySignal(
                code,
                wish,
                0.5,
                isFlat ? 0 : 0.5,
                isFlat ? null : close,
                isFlat ? null : close.subtract(away),
                isFlat ? null : close.add(away),
                "For a test:\ta \\ and \"quotes\"\nin two lines.",
                null,
                Map.of("score", 0.4),
                List.of(),
                new ModelInfo(code, "rule-1", true),
                new SignalScore(
                        "score",
                        0.4,
                        List.of(
                                new ScoreThreshold(PositionSignal.LONG, ScoreThreshold.Beyond.ABOVE, 0.3),
                                new ScoreThreshold(PositionSignal.SHORT, ScoreThreshold.Beyond.BELOW, -0.3))),
                null,
                null);
    }

    private static BigDecimal decimal(double price) {
        return BigDecimal.valueOf(price).setScale(5, RoundingMode.HALF_EVEN);
    }
}
