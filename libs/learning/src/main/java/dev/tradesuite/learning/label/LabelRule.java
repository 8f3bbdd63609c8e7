package dev.tradesuite.learning.label;

import dev.tradesuite.learning.feature.PriceBars;

/** What a classifier is to foretell. */
public enum LabelRule {
    /** A trade in the direction of the last 12 bars ends with a profit after costs: meta-labelling. */
    PRIMARY_WINS {
        @Override
        public int sideOn(PriceBars bars, int bar) {
            return momentum(bars, bar);
        }
    },
    /** The upper barrier is reached before the lower one and before the time is up. */
    UPPER_FIRST {
        @Override
        public int sideOn(PriceBars bars, int bar) {
            return 1;
        }
    };

    private static final int MOMENTUM = 12;

    /**
     * The side whose end is the label: 1 long, -1 short, 0 when the rule has none on this bar.
     *
     * @param bar one with at least 12 bars before it
     */
    public abstract int sideOn(PriceBars bars, int bar);

    private static int momentum(PriceBars bars, int bar) {
        return Double.compare(bars.close(bar), bars.close(bar - MOMENTUM));
    }
}
