package dev.tradesuite.learning.label;

/**
 * A bar with what a classifier sees on it and what became of it.
 *
 * @param bar the bar
 * @param values features on it
 * @param atr average true range on it, price units
 * @param side side the rule of the label takes, 1 or -1
 * @param label what is to be foretold
 * @param lastBar last bar the label looks at
 * @param longEnd end of a purchase on this bar
 * @param shortEnd end of a sale on this bar
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record TrainingRow(
        int bar,
        double[] values,
        double atr,
        int side,
        boolean label,
        int lastBar,
        TradeEnd longEnd,
        TradeEnd shortEnd) {

    /** End of a trade of that side, 1 or -1. */
    public TradeEnd end(int tradeSide) {
        return tradeSide > 0 ? longEnd : shortEnd;
    }

    /** 1 or 0. */
    public double target() {
        return label ? 1 : 0;
    }
}
