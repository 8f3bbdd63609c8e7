package dev.tradesuite.learning.validation;

import dev.tradesuite.learning.calibration.IsotonicCalibration;
import dev.tradesuite.learning.label.TrainingRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A classifier with the curve that turns its scores into probabilities.
 *
 * @param classifier the classifier
 * @param calibration its curve; absent where the scores are taken as they are
 */
public record CalibratedClassifier<C extends Classifier>(C classifier, @Nullable IsotonicCalibration calibration) {

    /**
     * Trains on the first rows and fits the curve on the last, which the classifier has not seen. Rows whose label
     * looks at the bars of the last are left out, and so is the embargo.
     *
     * @param rows oldest first
     * @param share part of the rows for the curve, 0 for none, below 1
     * @param embargo bars left out between the two parts
     */
    public static <C extends Classifier> CalibratedClassifier<C> train(
            ClassifierTrainer<C> trainer, List<TrainingRow> rows, double share, int embargo) {
        int split = rows.size() - (int) (rows.size() * share);
        if (split == rows.size()) {
            return new CalibratedClassifier<>(trainer.train(rows), null);
        }
        List<TrainingRow> last = rows.subList(split, rows.size());
        int firstBar = last.getFirst().bar();
        List<TrainingRow> first = rows.subList(0, split).stream()
                .filter(row -> row.bar() + embargo < firstBar && row.lastBar() + embargo < firstBar)
                .toList();
        C classifier = trainer.train(first);
        double[] scores =
                last.stream().mapToDouble(row -> classifier.score(row.values())).toArray();
        double[] outcomes = last.stream().mapToDouble(TrainingRow::target).toArray();
        return new CalibratedClassifier<>(classifier, IsotonicCalibration.fit(scores, outcomes));
    }

    /** The probability of the label. */
    public double probability(double[] values) {
        double score = classifier.score(values);
        return calibration == null ? score : calibration.probability(score);
    }
}
