package dev.tradesuite.learning.policy;

/**
 * Bars a policy can trade.
 *
 * <p>Returns and cost are in one unit, such as the standard deviation of a return.
 */
public final class TradingSeries {

    private final double[][] readings;
    private final double[] nextReturns;
    private final double cost;

    /**
     * Bars with what becomes known of them.
     *
     * @param readings what is seen at the close of each bar
     * @param nextReturns return from the close of each bar to the next; as many
     * @param cost of a change of the position by one, such as from flat to long; 0 or more
     */
    public TradingSeries(double[][] readings, double[] nextReturns, double cost) {
        if (readings.length != nextReturns.length || readings.length < 2 || !(cost >= 0)) {
            throw new IllegalArgumentException("there must be two bars or more, a return for each and no cost below"
                    + " zero; got %d, %d, %s".formatted(readings.length, nextReturns.length, cost));
        }
        this.readings = readings;
        this.nextReturns = nextReturns;
        this.cost = cost;
    }

    public int size() {
        return readings.length;
    }

    double[] readings(int bar) {
        return readings[bar];
    }

    int readingsPerBar() {
        return readings[0].length;
    }

    /** What a bar earns: the position taken at its close times the next return, less the cost of the change. */
    public double reward(int bar, int before, int position) {
        return position * nextReturns[bar] - cost * Math.abs(position - before);
    }
}
