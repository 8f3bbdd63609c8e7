package dev.tradesuite.quant.indicator;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a fast exponential average lies from a slow one, MACD (Appel, The Moving Average Convergence-Divergence
 * Trading Method, 1979): fast - slow, with an exponential average of that as its signal.
 *
 * @param fast exponential average of few closes, a price
 * @param slow exponential average of many closes, a price
 * @param signal exponential average of the divergences so far, in price units; empty while there are too few
 */
public record MovingAverageDivergence(double fast, double slow, OptionalDouble signal) {

    /** In price units, above zero where the newer closes are the higher ones. */
    public double value() {
        return fast - slow;
    }

    /**
     * The divergence on the last close; empty with fewer closes than the slow average takes. The signal takes
     * {@code signal - 1} closes more.
     *
     * @param close prices, oldest first
     * @param fast closes of the fast average, usually 12
     * @param slow closes of the slow average, usually 26; not fewer than {@code fast}
     * @param signal divergences that the signal averages, usually 9
     */
    public static Optional<MovingAverageDivergence> on(double[] close, int fast, int slow, int signal) {
        if (fast > slow) {
            throw new IllegalArgumentException("fast must not be above slow, was %d and %d".formatted(fast, slow));
        }
        if (close.length < slow) {
            return Optional.empty();
        }
        double fastShare = ExponentialAverage.factor(fast);
        double slowShare = ExponentialAverage.factor(slow);
        double signalShare = ExponentialAverage.factor(signal);
        double fastAverage = ExponentialAverage.begin(close, fast);
        for (int i = fast; i < slow; i++) {
            fastAverage += fastShare * (close[i] - fastAverage);
        }
        double slowAverage = ExponentialAverage.begin(close, slow);
        double signalAverage = (fastAverage - slowAverage) / signal;
        int signalBegins = slow + signal - 1;
        for (int i = slow; i < close.length; i++) {
            fastAverage += fastShare * (close[i] - fastAverage);
            slowAverage += slowShare * (close[i] - slowAverage);
            double divergence = fastAverage - slowAverage;
            signalAverage += i < signalBegins ? divergence / signal : signalShare * (divergence - signalAverage);
        }
        return Optional.of(new MovingAverageDivergence(
                fastAverage,
                slowAverage,
                close.length < signalBegins ? OptionalDouble.empty() : OptionalDouble.of(signalAverage)));
    }
}
