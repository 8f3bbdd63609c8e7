package dev.tradesuite.learning.label;

import dev.tradesuite.learning.feature.PriceBars;

/**
 * How a trade would have ended: at its target, at its stop or, when neither is reached in time, at the close of the
 * last bar (de Prado, Advances in Financial Machine Learning, 2018, chapter 3).
 *
 * <p>Target and stop lie equally far from the entry, which is the close of a bar. A bar that opens beyond one of them
 * ends the trade at its open; one that reaches both ends it at the stop, because nobody knows which came first.
 *
 * @param atrs distance of target and stop in average true ranges, above zero
 * @param horizon bars after the entry that a trade may take, 1 or more
 */
public record TripleBarrier(double atrs, int horizon) {

    /** 1.5 average true ranges, 24 bars. */
    public static final TripleBarrier DEFAULT = new TripleBarrier(1.5, 24);

    public TripleBarrier {
        if (!(atrs > 0) || horizon < 1) {
            throw new IllegalArgumentException(
                    "barriers need a distance above zero and a bar or more, were %s and %d".formatted(atrs, horizon));
        }
    }

    /**
     * The end of a trade that begins at the close of a bar. Looks at the bars up to the horizon and at no later one.
     *
     * @param side 1 long, -1 short
     * @param atr average true range at the entry, price units
     */
    public TradeEnd end(PriceBars bars, int entry, int side, double atr) {
        double price = bars.close(entry);
        double target = price + side * atrs * atr;
        double stop = price - side * atrs * atr;
        for (int bar = entry + 1; bar <= entry + horizon; bar++) {
            double open = bars.open(bar);
            double worst = side > 0 ? bars.low(bar) : bars.high(bar);
            double best = side > 0 ? bars.high(bar) : bars.low(bar);
            if (side * (stop - open) >= 0) {
                return new TradeEnd(Barrier.STOP, bar, side * (open - price));
            }
            if (side * (open - target) >= 0) {
                return new TradeEnd(Barrier.TARGET, bar, side * (open - price));
            }
            if (side * (stop - worst) >= 0) {
                return new TradeEnd(Barrier.STOP, bar, side * (stop - price));
            }
            if (side * (best - target) >= 0) {
                return new TradeEnd(Barrier.TARGET, bar, side * (target - price));
            }
        }
        int last = entry + horizon;
        return new TradeEnd(Barrier.TIME, last, side * (bars.close(last) - price));
    }

    /** Whether every bar up to the horizon is there; without them a bar has no label, even if a barrier was reached. */
    public boolean reaches(PriceBars bars, int entry) {
        return entry + horizon < bars.size();
    }
}
