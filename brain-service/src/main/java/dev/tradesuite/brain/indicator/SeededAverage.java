package dev.tradesuite.brain.indicator;

import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.RecursiveCachedIndicator;
import org.ta4j.core.num.NaN;
import org.ta4j.core.num.Num;

/**
 * Exponential average that starts from the plain mean of its first values: previous + factor x (value - previous).
 *
 * <p>That start is how Wilder and Appel define RSI, ATR, ADX and MACD. ta4j 0.22 starts its own averages from one
 * single value, which on a few dozen candles leaves an RSI several points off; on some hundred candles both agree.
 */
final class SeededAverage extends RecursiveCachedIndicator<Num> {

    private final Indicator<Num> values;
    private final int first;
    private final int count;
    private final Num factor;

    private SeededAverage(Indicator<Num> values, int first, int count, double factor) {
        super(values);
        this.values = values;
        this.first = first;
        this.count = count;
        this.factor = getBarSeries().numFactory().numOf(factor);
    }

    /** Wilder's average, whose factor is 1 / count. */
    static SeededAverage wilder(Indicator<Num> values, int first, int count) {
        return new SeededAverage(values, first, count, 1.0 / count);
    }

    /** The usual exponential average, whose factor is 2 / (count + 1). */
    static SeededAverage exponential(Indicator<Num> values, int first, int count) {
        return new SeededAverage(values, first, count, 2.0 / (count + 1));
    }

    /** Index of the first value the average has. */
    int firstIndex() {
        return first + count - 1;
    }

    @Override
    protected Num calculate(int index) {
        if (index < firstIndex()) {
            return NaN.NaN;
        }
        if (index == firstIndex()) {
            return mean();
        }
        Num previous = getValue(index - 1);
        return previous.plus(values.getValue(index).minus(previous).multipliedBy(factor));
    }

    private Num mean() {
        Num sum = getBarSeries().numFactory().zero();
        for (int i = first; i < first + count; i++) {
            sum = sum.plus(values.getValue(i));
        }
        return sum.dividedBy(getBarSeries().numFactory().numOf(count));
    }

    @Override
    public int getCountOfUnstableBars() {
        return firstIndex();
    }
}
