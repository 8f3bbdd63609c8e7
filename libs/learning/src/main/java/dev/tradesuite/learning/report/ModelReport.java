package dev.tradesuite.learning.report;

import java.util.List;
import java.util.Objects;

/**
 * What a model is worth, also when that is nothing: every figure is from bars it was not trained on.
 *
 * @param folds one after another
 * @param together all of them; trained on is the largest part
 * @param verdict by the stated rule, on all of them
 */
public record ModelReport(List<PeriodFigures> folds, PeriodFigures together, EdgeVerdict verdict) {

    public ModelReport {
        folds = List.copyOf(Objects.requireNonNull(folds));
        Objects.requireNonNull(together);
        Objects.requireNonNull(verdict);
    }

    /** The report with the verdict that follows from its figures. */
    public static ModelReport of(List<PeriodFigures> folds, PeriodFigures together) {
        return new ModelReport(folds, together, EdgeVerdict.on(together.probabilities(), together.trading()));
    }
}
