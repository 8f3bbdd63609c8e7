package dev.tradesuite.benchmarks.risk;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.quant.moment.LedoitWolf;
import dev.tradesuite.quant.moment.ReturnTable;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times the risk of a portfolio by all methods, and shrunk covariances, beside plain loops over the same data. */
@Command(
        name = "risk",
        description = "Times the risk of 50 strategies by all methods, and covariances; needs no running suite.",
        mixinStandardHelpOptions = true)
public final class RiskBenchmark implements Callable<Integer> {

    private static final int STRATEGIES = 50;
    private static final int DAYS = 1_000;
    private static final int ASSETS = 500;
    private static final int LONG_DAYS = 1_250;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rounds",
            defaultValue = "200",
            description = "Times of each kind after as many to warm up. Default: ${DEFAULT-VALUE}")
    private int rounds;

    /** Keeps the last result, so that the compiler cannot leave the work out. */
    private volatile Object result = "";

    @Override
    public Integer call() {
        ReturnTable strategies = MadeUpReturns.of(STRATEGIES, DAYS);
        ReturnTable assets = MadeUpReturns.of(ASSETS, LONG_DAYS);
        double[] weights = new double[STRATEGIES];
        Arrays.fill(weights, 1.0 / STRATEGIES);
        int few = Math.max(1, rounds / 10);
        print(List.of(
                row("risk of 50 strategies, all methods", rounds, () -> RiskSnapshot.of(strategies, weights)),
                row(
                        "baseline: one Monte Carlo of every strategy",
                        few,
                        () -> NaiveRisk.valueAtRisk(strategies, weights)),
                row(
                        "Ledoit-Wolf, constant variance, 1,250 x 500",
                        rounds,
                        () -> LedoitWolf.constantVariance(assets, 252)),
                row("Ledoit-Wolf, single factor, 1,250 x 500", rounds, () -> LedoitWolf.singleFactor(assets, 252)),
                row(
                        "Ledoit-Wolf, constant correlation, 1,250 x 500",
                        rounds,
                        () -> LedoitWolf.constantCorrelation(assets, 252)),
                row("baseline: covariance pair by pair, 1,250 x 500", few, () -> NaiveRisk.covariance(assets))));
        return 0;
    }

    private record Row(String name, Times times) {}

    private Row row(String name, int times, Supplier<Object> work) {
        Times warmUp = new Times();
        Times measured = new Times();
        for (int i = 0; i < 2 * times; i++) {
            long start = System.nanoTime();
            result = work.get();
            (i < times ? warmUp : measured).add(System.nanoTime() - start);
        }
        if (result.equals("")) {
            throw new IllegalStateException("nothing was done");
        }
        return new Row(name, measured);
    }

    private void print(List<Row> rows) {
        Report report = new Report(spec.commandLine().getOut());
        report.title("Risk of %s strategies over %s days".formatted(Report.number(STRATEGIES), Report.number(DAYS)));
        report.table(
                List.of("job", "times", "p50 ms", "p99 ms"),
                rows.stream()
                        .map(row -> List.of(
                                row.name(),
                                Report.number(row.times().count()),
                                Report.number(row.times().p50(), 3),
                                Report.number(row.times().p99(), 3)))
                        .toList());
    }
}
