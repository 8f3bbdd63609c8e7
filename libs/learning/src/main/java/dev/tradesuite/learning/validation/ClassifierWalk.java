package dev.tradesuite.learning.validation;

import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.learning.label.DecisionRule;
import dev.tradesuite.learning.label.LabelRule;
import dev.tradesuite.learning.label.TrainingRow;
import dev.tradesuite.learning.report.ModelReport;
import dev.tradesuite.learning.report.PeriodFigures;
import dev.tradesuite.learning.report.ProbabilityFigures;
import dev.tradesuite.learning.report.TradeLog;
import dev.tradesuite.learning.report.TradingFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a way to train a classifier: on every fold it trains anew, foretells the later rows and trades on what it
 * foretold, one trade at a time.
 *
 * @param bars the bars of the rows
 * @param label what is foretold
 * @param calibrationShare part of each training part for the calibration
 * @param walk the folds
 * @param spread what a purchase and the sale after it cost together, price units
 * @param seed of the bootstrap
 */
public record ClassifierWalk(
        PriceBars bars, LabelRule label, double calibrationShare, WalkForward walk, double spread, long seed) {

    /** The report over all folds. */
    public ModelReport run(List<TrainingRow> rows, ClassifierTrainer<?> trainer) {
        int[] entries = rows.stream().mapToInt(TrainingRow::bar).toArray();
        int[] lastBars = rows.stream().mapToInt(TrainingRow::lastBar).toArray();
        List<PeriodFigures> figures = new ArrayList<>();
        Foretold all = new Foretold();
        List<Fold> folds = walk.over(entries, lastBars);
        for (Fold fold : folds) {
            Foretold foretold = foretold(
                    fold.train().stream().map(rows::get).toList(),
                    fold.test().stream().map(rows::get).toList(),
                    trainer);
            figures.add(foretold.figures(bars, seed));
            all.add(foretold);
        }
        return ModelReport.of(figures, all.figures(bars, seed));
    }

    private Foretold foretold(List<TrainingRow> train, List<TrainingRow> test, ClassifierTrainer<?> trainer) {
        CalibratedClassifier<?> classifier =
                CalibratedClassifier.train(trainer, train, calibrationShare, walk.embargo());
        DecisionRule rule = DecisionRule.fit(label, train, spread);
        double baseRate =
                train.stream().mapToDouble(TrainingRow::target).average().orElse(0);
        Foretold foretold = new Foretold();
        foretold.trainedOn = train.size();
        foretold.log.held(
                bars.close(test.getLast().bar()) / bars.close(test.getFirst().bar())
                        - 1
                        - spread / bars.close(test.getFirst().bar()));
        int busyUntil = -1;
        for (TrainingRow row : test) {
            double probability = classifier.probability(row.values());
            foretold.cases.add(new Case(row.bar(), probability, baseRate, row.label()));
            foretold.log.openDay(bars.openMillis(row.bar()));
            int side = row.bar() < busyUntil ? 0 : rule.side(row.side(), probability);
            if (side != 0) {
                busyUntil = trade(row, side, foretold.log);
            }
        }
        return foretold;
    }

    /** Books a trade on the day it ends and returns the bar it ends in. */
    private int trade(TrainingRow row, int side, TradeLog log) {
        double profit = row.end(side).profit() - spread;
        log.count(profit > 0);
        log.book(bars.openMillis(row.end(side).bar()), profit / bars.close(row.bar()));
        return row.end(side).bar();
    }

    /**
     * A foretold case.
     *
     * @param bar its bar
     * @param probability what was foretold
     * @param baseRate share that came true in the training part
     * @param outcome whether it came true
     */
    private record Case(int bar, double probability, double baseRate, boolean outcome) {}

    /** What one fold or all of them foretold. */
    private static final class Foretold {

        private final List<Case> cases = new ArrayList<>();
        private final TradeLog log = new TradeLog();
        private int trainedOn;

        private void add(Foretold later) {
            cases.addAll(later.cases);
            log.add(later.log);
            trainedOn = Math.max(trainedOn, later.trainedOn);
        }

        private boolean[] outcomes() {
            boolean[] outcomes = new boolean[cases.size()];
            for (int i = 0; i < outcomes.length; i++) {
                outcomes[i] = cases.get(i).outcome();
            }
            return outcomes;
        }

        private PeriodFigures figures(PriceBars bars, long seed) {
            return new PeriodFigures(
                    Instant.ofEpochMilli(bars.openMillis(cases.getFirst().bar())),
                    Instant.ofEpochMilli(bars.openMillis(cases.getLast().bar())),
                    trainedOn,
                    cases.size(),
                    ProbabilityFigures.of(
                            cases.stream().mapToDouble(Case::probability).toArray(),
                            cases.stream().mapToDouble(Case::baseRate).toArray(),
                            outcomes()),
                    TradingFigures.of(log, seed));
        }
    }
}
