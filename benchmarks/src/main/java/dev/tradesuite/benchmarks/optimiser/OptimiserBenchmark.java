package dev.tradesuite.benchmarks.optimiser;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.quant.cluster.Linkage;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.optimiser.Constraints;
import dev.tradesuite.quant.optimiser.Hierarchical;
import dev.tradesuite.quant.optimiser.LeastTailRisk;
import dev.tradesuite.quant.optimiser.MeanVariance;
import dev.tradesuite.quant.optimiser.RiskBased;
import dev.tradesuite.quant.optimiser.Scenarios;
import dev.tradesuite.quant.optimiser.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times the optimisers on seeded returns of 1,250 days, bounds of 0 to 50 %, proof and shadow prices included. */
@Command(
        name = "optimiser",
        description = "Times the optimisers on 50 and 500 assets. Covariances are given, moments not counted.",
        mixinStandardHelpOptions = true)
public final class OptimiserBenchmark implements Callable<Integer> {

    private static final int DAYS = 1_250;
    private static final double RATE = 0.02;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rounds", defaultValue = "200", description = "Calls of each, after half as many to warm up.")
    private int rounds;

    private final List<List<String>> rows = new ArrayList<>();

    @Override
    public Integer call() {
        Random random = new Random(1);
        double[][] fifty = returns(random, 50);
        Universe small = universe(fifty);
        Universe large = universe(returns(random, 500));
        Constraints groups = bounds(small)
                .withGroup("first ten", small.codes().subList(0, 10), 0.1, 0.3)
                .withGroup("second half", small.codes().subList(20, 40), 0, 0.3)
                .withHoldings(5, 50, 0.05);
        time("max Sharpe, 50", () -> MeanVariance.of(small, bounds(small)).maxSharpe(RATE));
        time("max Sharpe, 500", () -> MeanVariance.of(large, bounds(large)).maxSharpe(RATE));
        time("max Sharpe, 50, groups and five holdings", () -> MeanVariance.of(small, groups)
                .maxSharpe(RATE));
        time("frontier of 50 points, 50", () -> MeanVariance.of(small, bounds(small))
                .frontier(50));
        time("frontier of 50 points, 500", () -> MeanVariance.of(large, bounds(large))
                .frontier(50));
        time("HRP, 500", () -> Hierarchical.of(large, Linkage.SINGLE).hrp());
        time("risk parity, 50", () -> RiskBased.riskParity(small));
        Scenarios scenarios = Scenarios.of(small.codes(), fifty);
        time("minimum CVaR, 50 x 1,250", () -> LeastTailRisk.of(scenarios, Constraints.of(small.codes()))
                .minCvar(0.95));
        Report report = new Report(spec.commandLine().getOut());
        report.title("Optimisers");
        report.table(List.of("job", "p50 ms", "p99 ms"), rows);
        return 0;
    }

    private void time(String job, Runnable call) {
        Times times = new Times();
        for (int i = -rounds / 2; i < rounds; i++) {
            long start = System.nanoTime();
            call.run();
            long time = System.nanoTime() - start;
            if (i >= 0) {
                times.add(time);
            }
        }
        rows.add(List.of(job, Report.number(times.p50(), 2), Report.number(times.p99(), 2)));
    }

    private static Constraints bounds(Universe universe) {
        return Constraints.of(universe.codes()).withBounds(0, 0.5);
    }

    private static double[][] returns(Random random, int assets) {
        double[] beta = new double[assets];
        double[] own = new double[assets];
        for (int i = 0; i < assets; i++) {
            beta[i] = 0.5 + random.nextDouble();
            own[i] = 0.01 + 0.02 * random.nextDouble();
        }
        double[][] returns = new double[DAYS][assets];
        for (double[] day : returns) {
            double market = 0.01 * random.nextGaussian();
            for (int i = 0; i < assets; i++) {
                day[i] = 0.0003 + beta[i] * market + own[i] * random.nextGaussian();
            }
        }
        return returns;
    }

    private static Universe universe(double[][] returns) {
        int assets = returns[0].length;
        double[] means = new double[assets];
        for (double[] day : returns) {
            for (int i = 0; i < assets; i++) {
                means[i] += day[i] / DAYS;
            }
        }
        double[][] covariance = new double[assets][assets];
        for (double[] day : returns) {
            for (int i = 0; i < assets; i++) {
                for (int j = 0; j < assets; j++) {
                    covariance[i][j] += (day[i] - means[i]) * (day[j] - means[j]) * 252 / (DAYS - 1);
                }
            }
        }
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < assets; i++) {
            codes.add("A" + i);
            means[i] *= 252;
        }
        return Universe.of(codes, means, SymmetricMatrix.of(covariance));
    }
}
