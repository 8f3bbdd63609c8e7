package dev.tradesuite.benchmarks;

import dev.tradesuite.benchmarks.brain.BrainDecisionBenchmark;
import dev.tradesuite.benchmarks.candles.ImportBenchmark;
import dev.tradesuite.benchmarks.cycles.RunAllBenchmark;
import dev.tradesuite.benchmarks.flow.TradeFlowBenchmark;
import dev.tradesuite.benchmarks.markets.MarketFiltersBenchmark;
import dev.tradesuite.benchmarks.replay.ReplayBenchmark;
import dev.tradesuite.benchmarks.startup.StartupBenchmark;
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
            ImportBenchmark.class,
            MarketFiltersBenchmark.class,
            ReplayBenchmark.class,
            RunAllBenchmark.class,
            StartupBenchmark.class
        })
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks()).execute(args));
    }
}
