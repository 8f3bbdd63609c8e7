package dev.tradesuite.benchmarks.brain;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.TimedWork;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.model.bar.BarModels;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.ClosedBars;
import dev.tradesuite.brain.model.bar.Opinion;
import dev.tradesuite.brain.model.ensemble.EnsembleModel;
import dev.tradesuite.brain.model.factor.FactorModel;
import dev.tradesuite.brain.model.factor.FactorRule;
import dev.tradesuite.brain.model.momentum.MomentumModel;
import dev.tradesuite.brain.model.overlay.OverlayModel;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.learning.feature.BarFeatures;
import dev.tradesuite.learning.feature.PriceBars;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times the five trading models on a closed bar, without a language model.
 *
 * <p>The baseline is the 17 readings of the tree models on the same bar: what a trained model cannot do without.
 */
@Command(
        name = "models",
        description = "Times the five trading models on a bar, without a language model; needs no running suite.",
        mixinStandardHelpOptions = true)
public final class ModelsBenchmark implements Callable<Integer> {

    private static final SeriesKey SERIES = new SeriesKey("EURUSD", Timeframe.M5);
    private static final int MODELS = 5;
    private static final int BLOCKS = 20;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--bars",
            defaultValue = "20000",
            description = "Bars that are judged after as many to warm up. Default: ${DEFAULT-VALUE}")
    private int bars;

    @Override
    public Integer call() {
        BarModels models = new BarModels(List.of(
                new MomentumModel(MomentumModel.Measure.NORMALISED),
                new FactorModel(FactorRule.XGB),
                new FactorModel(FactorRule.LGBM),
                new OverlayModel("none"),
                new EnsembleModel()));
        int lookBack = models.lookBack();
        PriceBars history = ClosedBars.of(Walk.candles(SERIES.symbol(), bars + lookBack));
        List<TimedWork> contenders = List.of(
                new TimedWork("baseline: 17 readings of the bar", i -> BarFeatures.on(history, i + lookBack)),
                new TimedWork("five models on the bar", i -> judged(models, history, i + lookBack)));
        contenders.forEach(contender -> contender.warmUp(0, bars));
        int perBlock = Math.max(1, bars / BLOCKS);
        for (int from = 0; from < bars; from += perBlock) {
            for (TimedWork contender : contenders) {
                contender.run(from, Math.min(bars, from + perBlock));
            }
        }
        print(contenders);
        return 0;
    }

    /** What is not the five signals that were to be timed would be a fast answer, and no measure of anything. */
    private static List<BarSignal> judged(BarModels models, PriceBars history, int bar) {
        List<BarSignal> said = models.on(SERIES, history, bar, Opinion.missing(SignalReason.NO_OPINION));
        if (said.size() != MODELS || said.getFirst() instanceof BarSignal.Abstained) {
            throw new IllegalStateException("not the signals that were to be timed: " + said);
        }
        return said;
    }

    private void print(List<TimedWork> contenders) {
        Report report = new Report(spec.commandLine().getOut());
        report.title("Five models on one bar");
        double baseline = contenders.getFirst().times().p50();
        report.table(
                TimedWork.header("work"),
                contenders.stream().map(contender -> contender.row(baseline)).toList());
    }
}
