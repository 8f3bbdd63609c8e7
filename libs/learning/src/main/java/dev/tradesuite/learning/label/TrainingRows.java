package dev.tradesuite.learning.label;

import dev.tradesuite.learning.feature.BarFeatures;
import dev.tradesuite.learning.feature.FeatureRow;
import dev.tradesuite.learning.feature.PriceBars;
import java.util.ArrayList;
import java.util.List;

/** Finds the bars that have both features and a label. */
public final class TrainingRows {

    private TrainingRows() {}

    /**
     * The rows, oldest first.
     *
     * @param spread what a purchase and the sale after it cost together, price units, 0 or more
     */
    public static List<TrainingRow> of(PriceBars bars, LabelRule rule, TripleBarrier barrier, double spread) {
        List<TrainingRow> rows = new ArrayList<>();
        for (int bar = BarFeatures.LOOK_BACK - 1; barrier.reaches(bars, bar); bar++) {
            int side = rule.sideOn(bars, bar);
            if (side != 0 && BarFeatures.on(bars, bar) instanceof FeatureRow.Known known) {
                rows.add(row(bars, bar, side, known, rule, barrier, spread));
            }
        }
        return rows;
    }

    private static TrainingRow row(
            PriceBars bars,
            int bar,
            int side,
            FeatureRow.Known known,
            LabelRule rule,
            TripleBarrier barrier,
            double spread) {
        TradeEnd bought = barrier.end(bars, bar, 1, known.atr());
        TradeEnd sold = barrier.end(bars, bar, -1, known.atr());
        TradeEnd own = side > 0 ? bought : sold;
        boolean label =
                switch (rule) {
                    case PRIMARY_WINS -> own.profit() > spread;
                    case UPPER_FIRST -> own.barrier() == Barrier.TARGET;
                };
        return new TrainingRow(bar, known.values(), known.atr(), side, label, own.bar(), bought, sold);
    }
}
