package dev.tradesuite.learning.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.learning.SyntheticBars;
import dev.tradesuite.learning.feature.BarFeatures;
import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.learning.label.LabelRule;
import dev.tradesuite.learning.label.TrainingRow;
import dev.tradesuite.learning.label.TrainingRows;
import dev.tradesuite.learning.label.TripleBarrier;
import dev.tradesuite.learning.report.ModelReport;
import dev.tradesuite.learning.report.PeriodFigures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierWalkTest {

    private static final double SPREAD = 0.00008;
    private static final int MOMENTUM = BarFeatures.NAMES.indexOf("return_12");

    @Test
    void aClassifierThatKnowsNothingIsNoBetterThanTheBaseRate() {
        PriceBars bars = SyntheticBars.walk(1_500, 21);

        ModelReport report = walk(bars, 0).run(rows(bars), ClassifierWalkTest::baseRate);

        assertThat(report.folds()).hasSize(5);
        PeriodFigures together = report.together();
        assertThat(together.testedOn())
                .isEqualTo(report.folds().stream()
                        .mapToInt(PeriodFigures::testedOn)
                        .sum());
        assertThat(together.probabilities()).isNotNull().satisfies(figures -> assertThat(figures.brier())
                .isCloseTo(figures.baseRateBrier(), within(1e-12)));
        assertThat(report.verdict().edge()).isFalse();
    }

    @Test
    void tradesAreTakenOneAfterTheOther() {
        PriceBars bars = SyntheticBars.walk(1_500, 22);

        // Sure of every label: it wants to trade on every bar.
        ModelReport report = walk(bars, 0).run(rows(bars), _ -> _ -> 1);

        assertThat(report.together().trading().trades())
                .isPositive()
                .isLessThan(report.together().testedOn() / 2);
    }

    @Test
    void everyTrainingPartEndsBeforeWhatIsForetold() {
        PriceBars bars = SyntheticBars.walk(1_500, 23);
        List<TrainingRow> rows = rows(bars);
        List<Integer> lastSeen = new ArrayList<>();

        ModelReport report = walk(bars, 0.2).run(rows, seen -> {
            lastSeen.add(seen.stream().mapToInt(TrainingRow::lastBar).max().orElseThrow());
            return baseRate(seen);
        });

        for (int fold = 0; fold < 5; fold++) {
            long firstTested = report.folds().get(fold).from().toEpochMilli();
            assertThat(bars.openMillis(lastSeen.get(fold) + WalkForward.DEFAULT.embargo()))
                    .isLessThan(firstTested);
        }
    }

    /** Other prices from the last block on change the last fold alone. */
    @Test
    void theFutureChangesNoEarlierFold() {
        PriceBars bars = SyntheticBars.walk(1_500, 24);
        List<TrainingRow> rows = rows(bars);
        int change = rows.get(rows.size() * 5 / 6).bar() + TripleBarrier.DEFAULT.horizon();
        PriceBars changed = SyntheticBars.changedFrom(bars, change);

        List<PeriodFigures> before =
                walk(bars, 0.2).run(rows, ClassifierWalkTest::momentum).folds();
        List<PeriodFigures> after = walk(changed, 0.2)
                .run(rows(changed), ClassifierWalkTest::momentum)
                .folds();

        assertThat(after.subList(0, 4)).isEqualTo(before.subList(0, 4));
        assertThat(after.get(4)).isNotEqualTo(before.get(4));
    }

    @Test
    void theCalibrationIsFittedOnRowsTheClassifierHasNotSeen() {
        PriceBars bars = SyntheticBars.walk(1_500, 25);
        List<TrainingRow> rows = rows(bars);
        List<List<TrainingRow>> seen = new ArrayList<>();

        CalibratedClassifier<Classifier> classifier = CalibratedClassifier.train(
                given -> {
                    seen.add(given);
                    return momentum(given);
                },
                rows,
                0.2,
                24);

        int firstOfCurve = rows.get(rows.size() - (int) (rows.size() * 0.2)).bar();
        assertThat(seen).singleElement().satisfies(given -> assertThat(given)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.lastBar() + 24).isLessThan(firstOfCurve)));
        assertThat(classifier.calibration()).isNotNull();
    }

    private static ClassifierWalk walk(PriceBars bars, double calibration) {
        return new ClassifierWalk(bars, LabelRule.UPPER_FIRST, calibration, WalkForward.DEFAULT, SPREAD, 42);
    }

    private static List<TrainingRow> rows(PriceBars bars) {
        return TrainingRows.of(bars, LabelRule.UPPER_FIRST, TripleBarrier.DEFAULT, SPREAD);
    }

    private static Classifier baseRate(List<TrainingRow> rows) {
        double rate = rows.stream().mapToDouble(TrainingRow::target).average().orElseThrow();
        return _ -> rate;
    }

    private static Classifier momentum(List<TrainingRow> rows) {
        double mean = rows.stream()
                .mapToDouble(row -> row.values()[MOMENTUM])
                .average()
                .orElseThrow();
        return values -> 1 / (1 + Math.exp(mean - values[MOMENTUM]));
    }
}
