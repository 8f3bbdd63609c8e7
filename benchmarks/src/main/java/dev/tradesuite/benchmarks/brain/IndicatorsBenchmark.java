package dev.tradesuite.benchmarks.brain;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.TimedWork;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.indicator.StandardIndicators;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times the standard indicators over 30 days of five-minute bars: RSI, ATR and the directional index over 14 bars, MACD
 * 12, 26, 9 with its averages, Bollinger bands over 20.
 *
 * <p>The baseline is TA-Lib's Java port over the same bars: averages that never forget take every bar there too, and
 * each value is written down. Before anything is timed the readings of the last bar are compared: whatever is timed
 * must be the same indicators.
 */
@Command(
        name = "indicators",
        description = "Times the indicators over 8,640 bars beside TA-Lib and ta4j; needs no running suite.",
        mixinStandardHelpOptions = true)
public final class IndicatorsBenchmark implements Callable<Integer> {

    private static final int BARS = 30 * 288;
    private static final double NEAR = 1e-6;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rounds",
            defaultValue = "300",
            description = "Times each is done after as many to warm up. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Override
    public Integer call() {
        CandleSeries candles = Walk.candles("EURUSD", BARS);
        TaLibIndicators taLib = new TaLibIndicators(candles);
        compare(StandardIndicators.on(candles), taLib.last());
        List<TimedWork> contenders = List.of(
                new TimedWork("baseline: TA-Lib, every bar", _ -> taLib.last()),
                new TimedWork("ours, the last bar", _ -> StandardIndicators.on(candles)),
                new TimedWork("ta4j, every bar", _ -> Ta4jIndicators.every(candles)));
        contenders.forEach(contender -> contender.warmUp(0, rounds));
        for (int round = 0; round < rounds; round++) {
            for (TimedWork contender : contenders) {
                contender.run(round, round + 1);
            }
        }
        print(contenders);
        return 0;
    }

    private static void compare(Readings ours, Readings theirs) {
        for (Indicator indicator : Indicator.values()) {
            double one = ours.get(indicator).orElseThrow();
            double other = theirs.get(indicator).orElseThrow();
            if (Math.abs(one - other) > NEAR * Math.max(1, Math.abs(other))) {
                throw new IllegalStateException("%s is %s here and %s there".formatted(indicator, one, other));
            }
        }
    }

    private void print(List<TimedWork> contenders) {
        Report report = new Report(spec.commandLine().getOut());
        report.title("Indicators over %s bars".formatted(Report.number(BARS)));
        double baseline = contenders.getFirst().times().p50();
        report.table(
                TimedWork.header("indicators"),
                contenders.stream().map(contender -> contender.row(baseline)).toList());
    }
}
