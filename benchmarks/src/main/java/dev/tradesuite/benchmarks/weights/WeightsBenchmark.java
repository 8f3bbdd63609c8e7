package dev.tradesuite.benchmarks.weights;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.benchmarks.suite.ReturnReads;
import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import dev.tradesuite.contracts.portfolio.OptimizeAnswer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times the largest Sharpe ratio of 50 registered strategies over 365 returns through HTTP with the default
 * constraints, beside one statement that reads the same returns.
 */
@Command(
        name = "weights",
        description = {
            "Times the maximum Sharpe of 50 registered strategies over 365 days on a running suite, default"
                    + " constraints.",
            "Adds strategies BENCH-W-0 to BENCH-W-49 with made-up returns, and retires them at the end."
        },
        mixinStandardHelpOptions = true)
public final class WeightsBenchmark implements Callable<Integer> {

    private static final int STRATEGIES = 50;
    private static final int DAYS = 365;
    private static final int WARM_UP = 50;
    private static final double ALLOWED = 1e-8;

    private static final String FORGET_RETURNS = "DELETE FROM portfolio.daily_return WHERE strategy LIKE 'BENCH-W-%'";
    private static final String RETIRE = "UPDATE portfolio.strategy SET state = 'RETIRED' WHERE code LIKE 'BENCH-W-%'";
    private static final String REGISTER =
            """
            INSERT INTO portfolio.strategy (code, name, source, state, registered_at)
            SELECT 'BENCH-W-' || i, 'Benchmark ' || i, 'imported', 'PAPER', now() FROM generate_series(0, 49) AS i
            ON CONFLICT (code) DO UPDATE SET state = excluded.state
            """;
    /** A common part, a third of the deviation, and one of its own that grows with the number. */
    private static final String FILL =
            """
            INSERT INTO portfolio.daily_return (strategy, label, day, version, value, recorded_at)
            SELECT 'BENCH-W-' || i, 'SIMULATED', current_date - d, 1,
                   0.0004 + 0.01 * (market.value - 0.5) + (0.02 + 0.0002 * i) * (random() - 0.5), now()
            FROM (SELECT d, random() AS value FROM generate_series(1, 365) AS d) AS market, generate_series(0, 49) AS i
            """;

    private static final String CHANGED = "UPDATE portfolio.correlation_version SET version = version + 1";
    private static final ReturnReads READS = new ReturnReads("BENCH-W-%", "SIMULATED", STRATEGIES * DAYS);

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Option(names = "--portfolio", defaultValue = "http://localhost:8011", description = "Default: ${DEFAULT-VALUE}")
    private URI portfolio;

    @Option(
            names = "--rounds",
            defaultValue = "500",
            description = "Of each kind, after fifty to warm up. Default: ${DEFAULT-VALUE}")
    private int rounds;

    private final Times ours = new Times();
    private final Times computed = new Times();
    private final Times raw = new Times();

    @Override
    public Integer call() throws SQLException {
        SuiteClient client = suite.client();
        HttpRequest request = client.post(portfolio.resolve("/api/v1/portfolio/optimize"), question());
        SuiteDatabase database = suite.database();
        try (Connection connection = database.connect()) {
            database.run(FORGET_RETURNS, RETIRE, REGISTER, FILL, "ANALYZE portfolio.daily_return");
            for (int round = 0; round < WARM_UP + rounds; round++) {
                SuiteClient.Answer answer = client.timed(request);
                OptimizeAnswer weights = answer.as(OptimizeAnswer.class);
                requireAll(weights);
                long read = READS.time(connection);
                if (round >= WARM_UP) {
                    ours.add(answer.nanos());
                    computed.add(Math.round(weights.elapsedMs() * 1e6));
                    raw.add(read);
                }
            }
        } finally {
            database.run(FORGET_RETURNS, RETIRE, CHANGED);
        }
        print();
        return 0;
    }

    private static Map<String, Object> question() {
        return Map.of(
                "method",
                "max_sharpe",
                "data",
                Map.of(
                        "registry",
                        Map.of(
                                "codes",
                                IntStream.range(0, STRATEGIES)
                                        .mapToObj(i -> "BENCH-W-" + i)
                                        .toList(),
                                "window_days",
                                DAYS + 1,
                                "label",
                                "SIMULATED")));
    }

    private static void requireAll(OptimizeAnswer answer) {
        Integer observations = answer.data().observations();
        if (answer.weights().size() != STRATEGIES
                || observations == null
                || observations != DAYS
                || answer.certificate().constraintViolation() > ALLOWED) {
            throw new IllegalStateException("the service answers with %d weights of %s days"
                    .formatted(answer.weights().size(), observations));
        }
    }

    private void print() {
        Report report = new Report(spec.commandLine().getOut());
        report.title(
                "Maximum Sharpe of %d strategies over %d returns, default constraints".formatted(STRATEGIES, DAYS));
        report.table(
                List.of("way", "times", "p50 ms", "p95 ms", "p99 ms"),
                List.of(
                        row("over HTTP, from the database, stored", ours),
                        row("of that until the weights are there", computed),
                        row("the returns by SQL", raw)));
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
