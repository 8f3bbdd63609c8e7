package dev.tradesuite.brain.model.momentum;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.model.Figures;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.model.bar.BarModel;
import dev.tradesuite.brain.model.bar.BarModelCode;
import dev.tradesuite.brain.model.bar.BarScore;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.BarView;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.quant.indicator.RelativeStrength;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stands in for RL_PPO: long when momentum is above 0.02 and the relative strength index below 70, short when momentum
 * is below -0.02 and the index above 30, else flat. Confidence min(0.9, |momentum| / 0.05).
 *
 * <p>Momentum is the move of the last 60 bars in units in which one standard deviation of such a move is 0.02: 0.02 x
 * (close / close[60] - 1) / (s x sqrt(60)), s the standard deviation of the last 576 returns of one bar. So it means
 * the same in every market; the bare move ({@link Measure#RAW}) never reaches 2 % within hours on major currencies.
 */
public final class MomentumModel implements BarModel {

    /** How momentum is measured. */
    public enum Measure {
        /** In standard deviations of the market's own moves. */
        NORMALISED,
        /** The bare move as a fraction of the price. */
        RAW
    }

    private static final int LENGTH = 60;
    private static final int VOLATILITY = 576;
    private static final int STRENGTH = 14;
    private static final double THRESHOLD = 0.02;
    private static final double CERTAIN = 0.05;
    private static final double MOST_CONFIDENCE = 0.9;
    private static final double OVERBOUGHT = 70;
    private static final double OVERSOLD = 30;

    private final Measure measure;
    private final ModelVersion version;

    public MomentumModel(Measure measure) {
        this.measure = measure;
        this.version =
                new ModelVersion(BarModelCode.RL_PPO.name(), measure == Measure.RAW ? "rule-1-raw" : "rule-1", true);
    }

    @Override
    public BarModelCode code() {
        return BarModelCode.RL_PPO;
    }

    @Override
    public ModelVersion version(SeriesKey series) {
        return version;
    }

    @Override
    public int lookBack() {
        return VOLATILITY + 1;
    }

    @Override
    public BarSignal on(BarView view) {
        if (view.closed() < lookBack()) {
            return abstained(
                    SignalReason.NOT_ENOUGH_CANDLES,
                    "There are %d closed bars; momentum needs %d.".formatted(view.closed(), lookBack()));
        }
        double[] closes = closes(view);
        double deviation = deviation(closes);
        double strength = RelativeStrength.on(closes, STRENGTH).orElse(Double.NaN);
        if (!(deviation > 0) || Double.isNaN(strength)) {
            return abstained(SignalReason.NO_RANGE, "The price has not moved for %d bars.".formatted(VOLATILITY));
        }
        double move = closes[closes.length - 1] / closes[closes.length - 1 - LENGTH] - 1;
        double momentum = measure == Measure.RAW ? move : THRESHOLD * move / (deviation * Math.sqrt(LENGTH));
        return decided(momentum, strength, deviation);
    }

    private BarSignal decided(double momentum, double strength, double deviation) {
        PositionSignal position = position(momentum, strength);
        double confidence = position == PositionSignal.FLAT
                ? Math.max(0, 1 - Math.abs(momentum) / THRESHOLD)
                : Math.min(MOST_CONFIDENCE, Math.abs(momentum) / CERTAIN);
        Map<String, Double> features = new LinkedHashMap<>();
        features.put("momentum_60", momentum);
        features.put("rsi_14", strength);
        features.put("deviation_576", deviation);
        return BarSignal.Decided.of(
                code(),
                version,
                position,
                confidence,
                reasoning(position, momentum, strength),
                features,
                BarScore.around("momentum_60", momentum, THRESHOLD));
    }

    private static PositionSignal position(double momentum, double strength) {
        if (momentum > THRESHOLD && strength < OVERBOUGHT) {
            return PositionSignal.LONG;
        }
        return momentum < -THRESHOLD && strength > OVERSOLD ? PositionSignal.SHORT : PositionSignal.FLAT;
    }

    private static String reasoning(PositionSignal position, double momentum, double strength) {
        String figures = "Momentum %s, RSI %s: ".formatted(figure(momentum), Figures.oneDecimal(strength));
        return figures
                + switch (position) {
                    case LONG -> "the price rises and is not overbought.";
                    case SHORT -> "the price falls and is not oversold.";
                    case FLAT, CLOSE ->
                        Math.abs(momentum) > THRESHOLD
                                ? "the move is large, and spent."
                                : "the move is no larger than usual.";
                };
    }

    private static String figure(double momentum) {
        return Figures.signed(momentum);
    }

    private double[] closes(BarView view) {
        double[] closes = new double[lookBack()];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = view.bars().close(view.closed() - closes.length + i);
        }
        return closes;
    }

    /** Standard deviation of the population of returns. */
    private static double deviation(double[] closes) {
        double sum = 0;
        double squares = 0;
        for (int i = 1; i < closes.length; i++) {
            double change = closes[i] / closes[i - 1] - 1;
            sum += change;
            squares += change * change;
        }
        int count = closes.length - 1;
        double mean = sum / count;
        return Math.sqrt(Math.max(0, squares / count - mean * mean));
    }

    private BarSignal abstained(SignalReason reason, String message) {
        return BarSignal.Abstained.because(code(), version, Reason.of(reason, message));
    }
}
