package dev.tradesuite.benchmarks.markets;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.MarketSourceException;
import dev.tradesuite.market.config.MarketSources;
import dev.tradesuite.momentum.selection.MomentumStrategy;
import dev.tradesuite.strategy.feed.PastPrices;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import dev.tradesuite.strategy.selection.StrategyInput.Candidate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Times the filters of the momentum strategy, and its signals, over the markets of one snapshot.
 *
 * <p>The baseline is reading the file: what a cycle cannot do without when the markets have changed.
 */
@Command(
        name = "market-filters",
        description = "Times filters and signals over 500 prediction markets; needs no running suite.",
        mixinStandardHelpOptions = true)
public final class MarketFiltersBenchmark implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Markets as the Gamma API writes them, JSON or gzip. Default: made up, 500 in 50 events")
    private @Nullable Path file;

    @Option(
            names = "--rounds",
            defaultValue = "2000",
            description = "Times of each kind after as many to warm up. Default: ${DEFAULT-VALUE}")
    private int rounds;

    private final Strategy strategy = new MomentumStrategy();
    private final ParameterValues config = strategy.parameters().defaults();

    /** Keeps the last result, so that the compiler cannot leave the work out. */
    private volatile Object result = "";

    @Override
    public Integer call() throws IOException {
        Path path = file == null ? GammaFile.of(500) : file;
        MarketSnapshot snapshot = read(path);
        List<Candidate> candidates = candidates(snapshot);
        Times reading =
                time(Math.max(1, rounds / 20), () -> MarketSources.file(path).snapshot());
        Times filters = time(rounds, () -> candidates(snapshot));
        Times signals = time(rounds, () -> signals(snapshot, candidates(snapshot)));
        print(
                snapshot,
                candidates,
                List.of(
                        new Row("baseline: reading the file", reading),
                        new Row("filters of events and markets", filters),
                        new Row("filters and signals", signals)));
        return 0;
    }

    private MarketSnapshot read(Path path) {
        try {
            return MarketSources.file(path).snapshot();
        } catch (MarketSourceException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private record Row(String name, Times times) {}

    private List<Candidate> candidates(MarketSnapshot snapshot) {
        return snapshot.events().stream()
                .filter(event -> strategy.miss(event, config).isEmpty())
                .map(event -> new Candidate(
                        event,
                        event.markets().stream()
                                .filter(market -> strategy.miss(market, config).isEmpty())
                                .toList()))
                .filter(candidate -> !candidate.markets().isEmpty())
                .toList();
    }

    private List<OrderIntent> signals(MarketSnapshot snapshot, List<Candidate> candidates) {
        return strategy.select(new StrategyInput(snapshot.takenAt(), config, candidates, List.of(), PastPrices.none()))
                .intents();
    }

    private Times time(int times, Supplier<Object> work) {
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
        return measured;
    }

    private void print(MarketSnapshot snapshot, List<Candidate> candidates, List<Row> rows) {
        Report report = new Report(spec.commandLine().getOut());
        report.title("Filters over %d markets in %d events"
                .formatted(
                        snapshot.events().stream()
                                .mapToInt(event -> event.markets().size())
                                .sum(),
                        snapshot.events().size()));
        report.line("");
        report.line("Kept: %d markets; signals: %d."
                .formatted(
                        candidates.stream()
                                .mapToInt(candidate -> candidate.markets().size())
                                .sum(),
                        signals(snapshot, candidates).size()));
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
