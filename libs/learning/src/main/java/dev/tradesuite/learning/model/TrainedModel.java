package dev.tradesuite.learning.model;

import dev.tradesuite.learning.feature.PriceBars;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model that was trained: closed bars in, an answer out. The same bars give the same answer live, in a backfill and
 * in a backtest. Immutable and safe to share between threads.
 */
public sealed interface TrainedModel permits TreeClassifier, PolicyModel {

    ModelCard card();

    /** Bars its answer rests on, the last one included; more before them change nothing. */
    default int lookBack() {
        return card().model().lookBack();
    }

    /**
     * The answer at the close of a bar.
     *
     * @param closed closed bars, oldest first
     * @param bar the bar; what comes after it is not looked at
     */
    ModelAnswer on(PriceBars closed, int bar);

    /** The answer at the close of the last bar. */
    default ModelAnswer on(PriceBars closed) {
        return on(closed, closed.size() - 1);
    }

    static Map<String, Double> named(List<String> names, double[] values) {
        Map<String, Double> features = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            features.put(names.get(i), values[i]);
        }
        return features;
    }
}
