package dev.tradesuite.learning.validation;

import dev.tradesuite.learning.feature.PolicyFeatures;
import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.learning.policy.TradingPolicy;
import dev.tradesuite.learning.policy.TradingSeries;
import java.util.Arrays;

/**
 * Bars as a policy sees and trades them. Row 0 is the first bar with readings; the last bar has no row, because nobody
 * knows its next return.
 */
public final class PolicyBars {

    /** Bars a policy goes through before it answers, the present one included. */
    public static final int MEMORY = 128;

    private final PriceBars bars;
    private final double[][] readings;

    private PolicyBars(PriceBars bars, double[][] readings) {
        this.bars = bars;
        this.readings = readings;
    }

    /** The readings of every bar that has them. */
    public static PolicyBars of(PriceBars bars) {
        int first = PolicyFeatures.LOOK_BACK - 1;
        double[][] readings = new double[Math.max(0, bars.size() - 1 - first)][];
        for (int row = 0; row < readings.length; row++) {
            readings[row] = PolicyFeatures.on(bars, first + row);
        }
        return new PolicyBars(bars, readings);
    }

    public int rows() {
        return readings.length;
    }

    /** The bar of a row. */
    public int bar(int row) {
        return PolicyFeatures.LOOK_BACK - 1 + row;
    }

    /** Return from the close of a row's bar to the next close, as a fraction. */
    double nextReturn(int row) {
        return bars.close(bar(row) + 1) / bars.close(bar(row)) - 1;
    }

    /** Cost of a change of the position by one, as a fraction of the price: half the spread. */
    double cost(int row, double spread) {
        return spread / 2 / bars.close(bar(row));
    }

    long millis(int row) {
        return bars.openMillis(bar(row));
    }

    /**
     * The first rows to learn on, in standard deviations of their returns.
     *
     * @param rows how many
     * @param spread what a purchase and the sale after it cost together, price units
     */
    public TradingSeries series(int rows, double spread) {
        double[] returns = new double[rows];
        double squares = 0;
        double cost = 0;
        for (int row = 0; row < rows; row++) {
            returns[row] = nextReturn(row);
            squares += returns[row] * returns[row];
            cost += cost(row, spread) / rows;
        }
        double deviation = Math.sqrt(squares / rows);
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("the prices of the %d bars do not move".formatted(rows));
        }
        for (int row = 0; row < rows; row++) {
            returns[row] /= deviation;
        }
        return new TradingSeries(Arrays.copyOf(readings, rows), returns, cost / deviation);
    }

    /** The position a policy takes on a row after the last {@link #MEMORY} bars. */
    int position(TradingPolicy policy, int row) {
        return policy.on(readings, Math.max(0, row + 1 - MEMORY), row + 1).position();
    }
}
