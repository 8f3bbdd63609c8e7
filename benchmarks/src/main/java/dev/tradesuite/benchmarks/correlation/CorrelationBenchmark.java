package dev.tradesuite.benchmarks.correlation;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.benchmarks.suite.ReturnReads;
import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import dev.tradesuite.contracts.portfolio.CorrelationReport;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times the matrix of 100 strategies over 365 returns through HTTP, computed from the database and from the memory of
 * the service, beside one statement that reads the same returns; with a Redis also what an instance reads from it.
 */
@Command(
        name = "correlation",
        description = {
            "Times the correlations of 100 strategies over 365 days on a running suite, from the database and cached.",
            "Adds strategies BENCH-C-0 to BENCH-C-99 with made-up returns, and retires them at the end."
        },
        mixinStandardHelpOptions = true)
public final class CorrelationBenchmark implements Callable<Integer> {

    private static final int STRATEGIES = 100;
    private static final int DAYS = 365;
    private static final int WARM_UP = 20;

    private static final String FORGET_RETURNS = "DELETE FROM portfolio.daily_return WHERE strategy LIKE 'BENCH-C-%'";
    private static final String RETIRE = "UPDATE portfolio.strategy SET state = 'RETIRED' WHERE code LIKE 'BENCH-C-%'";
    private static final String REGISTER =
            """
            INSERT INTO portfolio.strategy (code, name, source, state, registered_at)
            SELECT 'BENCH-C-' || i, 'Benchmark ' || i, 'imported', 'PAPER', now() FROM generate_series(0, 99) AS i
            ON CONFLICT (code) DO UPDATE SET state = excluded.state
            """;
    private static final String FILL =
            """
            INSERT INTO portfolio.daily_return (strategy, label, day, version, value, recorded_at)
            SELECT 'BENCH-C-' || i, 'SIMULATED', current_date - d, 1, 0.01 * (random() - 0.5), now()
            FROM generate_series(0, 99) AS i, generate_series(1, 365) AS d
            """;
    private static final String CHANGED = "UPDATE portfolio.correlation_version SET version = version + 1";
    private static final ReturnReads READS = new ReturnReads("BENCH-C-%", "SIMULATED", STRATEGIES * DAYS);

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Option(names = "--portfolio", defaultValue = "http://localhost:8011", description = "Default: ${DEFAULT-VALUE}")
    private URI portfolio;

    @Option(
            names = "--redis",
            paramLabel = "URL",
            description = "A Redis to read 100 strategies from, such as redis://127.0.0.1:6379; left out unless stated")
    private @Nullable URI redis;

    @Option(
            names = "--rounds",
            defaultValue = "200",
            description = "Of each kind, after twenty to warm up. Default: ${DEFAULT-VALUE}")
    private int rounds;

    private final Times computed = new Times();
    private final Times kept = new Times();
    private final Times raw = new Times();

    @Override
    public Integer call() throws SQLException {
        SuiteClient client = suite.client();
        String codes =
                IntStream.range(0, STRATEGIES).mapToObj(i -> "BENCH-C-" + i).collect(Collectors.joining(","));
        HttpRequest request = client.get(
                portfolio.resolve("/api/v1/correlation?window=%d&label=SIMULATED&codes=%s".formatted(DAYS, codes)));
        SuiteDatabase database = suite.database();
        try (Connection connection = database.connect()) {
            database.run(FORGET_RETURNS, RETIRE, REGISTER, FILL, "ANALYZE portfolio.daily_return");
            requireAll(client.read(request, CorrelationReport.class));
            for (int round = 0; round < WARM_UP + rounds; round++) {
                database.run(CHANGED);
                long anew = client.timed(request).nanos();
                long again = client.timed(request).nanos();
                long read = READS.time(connection);
                if (round >= WARM_UP) {
                    computed.add(anew);
                    kept.add(again);
                    raw.add(read);
                }
            }
        } finally {
            database.run(FORGET_RETURNS, RETIRE, CHANGED);
        }
        print();
        return 0;
    }

    private static void requireAll(CorrelationReport report) {
        if (report.codes().size() != STRATEGIES || report.observations() != DAYS) {
            throw new IllegalStateException("the service tells of %d strategies and %d days"
                    .formatted(report.codes().size(), report.observations()));
        }
    }

    private void print() {
        Report report = new Report(spec.commandLine().getOut());
        report.title("Correlations of %d strategies over %d returns".formatted(STRATEGIES, DAYS));
        List<List<String>> rows = new ArrayList<>(List.of(
                row("over HTTP, computed from the database", computed),
                row("over HTTP, from the memory of the service", kept),
                row("the returns by SQL", raw)));
        if (redis != null) {
            rows.add(row("read from Redis and decoded", RedisReads.time(redis, STRATEGIES, WARM_UP, rounds)));
        }
        report.table(List.of("way", "times", "median ms", "p95 ms", "p99 ms"), rows);
    }

    private static List<String> row(String way, Times times) {
        return List.of(
                way,
                Report.number(times.count()),
                Report.number(times.p50(), 2),
                Report.number(times.p95(), 2),
                Report.number(times.p99(), 2));
    }
}
