package dev.tradesuite.training.train;

import dev.tradesuite.learning.feature.BarFeatures;
import dev.tradesuite.learning.label.Barrier;
import dev.tradesuite.learning.label.TradeEnd;
import dev.tradesuite.learning.label.TrainingRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows whose label hangs on some of their features; some values are missing, some exactly zero. */
final class RandomRows {

    private RandomRows() {}

    static List<TrainingRow> of(int size, long seed) {
        Random random = new Random(seed);
        List<TrainingRow> rows = new ArrayList<>();
        TradeEnd end = new TradeEnd(Barrier.TIME, 0, 0);
        for (int row = 0; row < size; row++) {
            double[] values = new double[BarFeatures.NAMES.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextGaussian();
            }
            boolean label = values[0] * values[1] + 0.5 * values[2] + random.nextGaussian() > 0;
            values[random.nextInt(values.length)] = Double.NaN;
            values[random.nextInt(values.length)] = 0;
            rows.add(new TrainingRow(row, values, 1, 1, label, row, end, end));
        }
        return rows;
    }
}
