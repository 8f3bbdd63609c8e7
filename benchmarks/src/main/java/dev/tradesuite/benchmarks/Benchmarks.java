package dev.tradesuite.benchmarks;

import dev.tradesuite.benchmarks.backfill.BackfillBenchmark;
import dev.tradesuite.benchmarks.brain.BrainDecisionBenchmark;
import dev.tradesuite.benchmarks.brain.IndicatorsBenchmark;
import dev.tradesuite.benchmarks.brain.ModelsBenchmark;
import dev.tradesuite.benchmarks.candles.ImportBenchmark;
import dev.tradesuite.benchmarks.correlation.CorrelationBenchmark;
import dev.tradesuite.benchmarks.curves.CurvesBenchmark;
import dev.tradesuite.benchmarks.cycles.RunAllBenchmark;
import dev.tradesuite.benchmarks.dashboard.DashboardBenchmark;
import dev.tradesuite.benchmarks.door.KeepAliveBenchmark;
import dev.tradesuite.benchmarks.faults.FaultsBenchmark;
import dev.tradesuite.benchmarks.feed.FeedBenchmark;
import dev.tradesuite.benchmarks.feed.LatestBenchmark;
import dev.tradesuite.benchmarks.flow.TradeFlowBenchmark;
import dev.tradesuite.benchmarks.following.FollowedModels;
import dev.tradesuite.benchmarks.following.FollowingBenchmark;
import dev.tradesuite.benchmarks.markets.MarketFiltersBenchmark;
import dev.tradesuite.benchmarks.optimiser.OptimiserBenchmark;
import dev.tradesuite.benchmarks.rebalancing.RebalancingBenchmark;
import dev.tradesuite.benchmarks.replay.ReplayBenchmark;
import dev.tradesuite.benchmarks.risk.RiskBenchmark;
import dev.tradesuite.benchmarks.rotation.RotationBenchmark;
import dev.tradesuite.benchmarks.startup.StartupBenchmark;
import dev.tradesuite.benchmarks.walkforward.WalkForwardBenchmark;
import dev.tradesuite.benchmarks.weights.WeightsBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts one of the programs. */
@Command(
        name = "benchmarks",
        description = "Measures the suite beside a baseline of the same run. Times are printed, not judged.",
        mixinStandardHelpOptions = true,
        subcommands = {
            TradeFlowBenchmark.class,
            BrainDecisionBenchmark.class,
            ModelsBenchmark.class,
            IndicatorsBenchmark.class,
            ImportBenchmark.class,
            MarketFiltersBenchmark.class,
            RiskBenchmark.class,
            OptimiserBenchmark.class,
            WeightsBenchmark.class,
            WalkForwardBenchmark.class,
            ReplayBenchmark.class,
            BackfillBenchmark.class,
            CurvesBenchmark.class,
            CorrelationBenchmark.class,
            RotationBenchmark.class,
            RebalancingBenchmark.class,
            FeedBenchmark.class,
            LatestBenchmark.class,
            FollowingBenchmark.class,
            FollowedModels.class,
            RunAllBenchmark.class,
            StartupBenchmark.class,
            DashboardBenchmark.class,
            KeepAliveBenchmark.class,
            FaultsBenchmark.class
        })
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks()).execute(args));
    }
}
