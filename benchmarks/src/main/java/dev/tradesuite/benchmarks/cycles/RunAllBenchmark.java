package dev.tradesuite.benchmarks.cycles;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import dev.tradesuite.contracts.cycle.Cycle;
import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.RunAllResult;
import dev.tradesuite.contracts.ledger.CreatePortfolioRequest;
import dev.tradesuite.contracts.ledger.PortfolioPage;
import dev.tradesuite.market.config.MarketSources;
import dev.tradesuite.momentum.selection.MomentumStrategy;
import dev.tradesuite.strategy.cycle.ControllerStats;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.FullCycle;
import dev.tradesuite.strategy.feed.PriceStore;
import dev.tradesuite.strategy.feed.SharedMarkets;
import dev.tradesuite.strategy.selection.Strategy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Runs the cycles of many portfolios through {@code run-all-portfolios}, and the same cycles in this process.
 *
 * <p>The second is what a strategy costs by itself: the code of the controller on the same snapshot, with books in
 * memory. Between the two lie HTTP, the checks of risk, the books and their commits.
 */
@Command(
        name = "run-all",
        description = "Runs the cycles of 1,000 portfolios on a running suite, beside the same work in one process.",
        mixinStandardHelpOptions = true)
public final class RunAllBenchmark implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            required = true,
            description = "Markets as the Gamma API writes them; start the suite with the same file as market source.")
    private Path file;

    @Option(names = "--portfolios", defaultValue = "1000", description = "Default: ${DEFAULT-VALUE}")
    private int portfolios;

    @Option(names = "--threads", defaultValue = "16", description = "Cycles at once here. Default: ${DEFAULT-VALUE}")
    private int threads;

    @Option(names = "--rounds", defaultValue = "3", description = "Times of each. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        SuiteClient client = suite.client();
        create(client);
        Report report = new Report(spec.commandLine().getOut());
        report.title("Cycles of %d portfolios".formatted(portfolios));
        List<List<String>> rows = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            rows.add(inProcess().row("one process, books in memory, round " + round));
            rows.add(throughTheSuite(client).row("run-all-portfolios, round " + round));
        }
        report.table(List.of("way", "cycles", "ended well", "trades", "cycles/s", "p95 ms"), rows);
        report.line("The first round buys; the later ones hold what it bought.");
        return 0;
    }

    /** Portfolios that are due once a year only, as many as are missing. */
    private void create(SuiteClient client) {
        long there = client.read(
                        client.get(suite.ledger().resolve("/portfolios/list?status=active&limit=1")),
                        PortfolioPage.class)
                .total();
        for (long number = there; number < portfolios; number++) {
            client.timed(client.post(
                    suite.ledger().resolve("/portfolios/create"),
                    new CreatePortfolioRequest(
                            "run-all " + number, "momentum", BigDecimal.valueOf(10_000), null, "0 0 0 1 1 *")));
        }
    }

    private Figures throughTheSuite(SuiteClient client) {
        long start = System.nanoTime();
        RunAllResult result = client.read(
                client.post(suite.orchestrator().resolve("/orchestrator/run-all-portfolios")), RunAllResult.class);
        long took = System.nanoTime() - start;
        double[] millis = result.results().stream()
                .filter(cycle -> cycle.status() == CycleStatus.SUCCEEDED)
                .mapToDouble(RunAllBenchmark::millis)
                .toArray();
        return new Figures(result.total(), result.succeeded(), result.trades(), took, millis);
    }

    private static double millis(Cycle cycle) {
        return cycle.startedAt() == null || cycle.endedAt() == null
                ? 0
                : Duration.between(cycle.startedAt(), cycle.endedAt()).toNanos() / 1e6;
    }

    private Figures inProcess() throws InterruptedException, ExecutionException {
        Strategy strategy = new MomentumStrategy();
        Clock clock = Clock.systemUTC();
        SharedMarkets markets =
                new SharedMarkets(MarketSources.file(file), PriceStore.none(), Duration.ofMinutes(1), clock);
        FullCycle<Integer> cycle = new FullCycle<>(
                strategy,
                markets,
                new MemoryBooks(strategy.type()),
                new ControllerStats(clock),
                clock,
                Duration.ofMinutes(1));
        double[] millis = new double[portfolios];
        int trades = 0;
        long start = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < portfolios; i++) {
                int number = i;
                running.add(workers.submit(() -> {
                    long began = System.nanoTime();
                    int filled = cycle.run(new CycleRequest(number + 1, UUID.randomUUID(), 1));
                    millis[number] = (System.nanoTime() - began) / 1e6;
                    return filled;
                }));
            }
            for (Future<Integer> each : running) {
                trades += each.get();
            }
        }
        return new Figures(portfolios, portfolios, trades, System.nanoTime() - start, millis);
    }

    /**
     * What was measured.
     *
     * @param took nanoseconds of all together
     * @param millis of each cycle that ended well
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Figures(int cycles, int succeeded, int trades, long took, double[] millis) {

        List<String> row(String way) {
            double[] sorted = millis.clone();
            Arrays.sort(sorted);
            String p95 = sorted.length == 0
                    ? "-"
                    : Report.number(sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * 0.95) - 1)], 1);
            return List.of(
                    way,
                    Report.number(cycles),
                    Report.number(succeeded),
                    Report.number(trades),
                    Report.number(cycles / (took / 1e9), 1),
                    p95);
        }
    }
}
