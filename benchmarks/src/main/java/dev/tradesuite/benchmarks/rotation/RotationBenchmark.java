package dev.tradesuite.benchmarks.rotation;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.benchmarks.suite.ReturnReads;
import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import dev.tradesuite.contracts.portfolio.RotationReason;
import dev.tradesuite.contracts.portfolio.RotationReport;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times a look at 100 strategies through HTTP, half of which lag and get a proposal with its effect on the optimum, and
 * a look that proposes nothing new, beside one statement that reads the same returns.
 */
@Command(
        name = "rotation",
        description = {
            "Times a look of rotation at 100 strategies on paper with 365 returns each on a running suite.",
            "Adds strategies BENCH-R-0 to BENCH-R-99 with made-up returns, and retires them at the end; proposals for"
                    + " them are taken away. Looks at every other strategy on paper and with money too, so run it on a"
                    + " suite whose data do not matter."
        },
        mixinStandardHelpOptions = true)
public final class RotationBenchmark implements Callable<Integer> {

    private static final int STRATEGIES = 100;
    private static final int DAYS = 365;
    private static final int WARM_UP = 5;
    private static final String OURS = "BENCH-R-";

    private static final String FORGET_PROPOSALS =
            "DELETE FROM portfolio.rotation_proposal WHERE strategy LIKE 'BENCH-R-%'";
    private static final String FORGET_MARKS = "DELETE FROM portfolio.rotation_mark WHERE strategy LIKE 'BENCH-R-%'";
    private static final String FORGET_RETURNS = "DELETE FROM portfolio.daily_return WHERE strategy LIKE 'BENCH-R-%'";
    private static final String RETIRE = "UPDATE portfolio.strategy SET state = 'RETIRED' WHERE code LIKE 'BENCH-R-%'";
    private static final String REGISTER =
            """
            INSERT INTO portfolio.strategy (code, name, source, state, registered_at, state_since)
            SELECT 'BENCH-R-' || i, 'Benchmark ' || i, 'imported', 'PAPER', now(), now() FROM generate_series(0, 99) AS i
            ON CONFLICT (code) DO UPDATE SET state = excluded.state, state_since = excluded.state_since
            """;
    /** A common part and one of its own; the odd ones lose, the even ones gain. */
    private static final String FILL =
            """
            INSERT INTO portfolio.daily_return (strategy, label, day, version, value, recorded_at)
            SELECT 'BENCH-R-' || i, 'PAPER', current_date - d, 1,
                   0.003 * (1 - 2 * (i % 2)) + 0.005 * (market.value - 0.5) + 0.02 * (random() - 0.5), now()
            FROM (SELECT d, random() AS value FROM generate_series(1, 365) AS d) AS market, generate_series(0, 99) AS i
            """;

    private static final String CHANGED = "UPDATE portfolio.correlation_version SET version = version + 1";
    private static final ReturnReads READS = new ReturnReads("BENCH-R-%", "PAPER", STRATEGIES * DAYS);

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Option(names = "--portfolio", defaultValue = "http://localhost:8011", description = "Default: ${DEFAULT-VALUE}")
    private URI portfolio;

    @Option(
            names = "--rounds",
            defaultValue = "20",
            description = "Of each kind, after five to warm up. Default: ${DEFAULT-VALUE}")
    private int rounds;

    private final Times proposing = new Times();
    private final Times looking = new Times();
    private final Times raw = new Times();
    private long proposals;

    @Override
    public Integer call() throws SQLException {
        SuiteClient client = suite.client();
        HttpRequest run = client.post(portfolio.resolve("/api/v1/rotation/run"));
        SuiteDatabase database = suite.database();
        try (Connection connection = database.connect()) {
            database.run(FORGET_PROPOSALS, FORGET_RETURNS, RETIRE, REGISTER, FILL, FORGET_MARKS);
            database.run("ANALYZE portfolio.daily_return");
            for (int round = 0; round < WARM_UP + rounds; round++) {
                database.run(FORGET_PROPOSALS);
                SuiteClient.Answer first = client.timed(run);
                proposals = proposed(first.as(RotationReport.class));
                SuiteClient.Answer second = client.timed(run);
                long read = READS.time(connection);
                if (round >= WARM_UP) {
                    proposing.add(first.nanos());
                    looking.add(second.nanos());
                    raw.add(read);
                }
            }
        } finally {
            database.run(FORGET_PROPOSALS, FORGET_RETURNS, FORGET_MARKS, RETIRE, CHANGED);
        }
        print();
        return 0;
    }

    private static long proposed(RotationReport report) {
        List<RotationReport.Outcome> ours = report.outcomes().stream()
                .filter(one -> one.code().startsWith(OURS))
                .toList();
        long proposed = ours.stream()
                .filter(one -> one.reason().code().equals(RotationReason.PROPOSED.name()))
                .count();
        if (ours.size() != STRATEGIES || proposed == 0) {
            throw new IllegalStateException(
                    "the service looked at %d strategies and proposed %d changes".formatted(ours.size(), proposed));
        }
        return proposed;
    }

    private void print() {
        Report report = new Report(spec.commandLine().getOut());
        report.title("A look at %d strategies with %d returns each".formatted(STRATEGIES, DAYS));
        report.table(
                List.of("way", "times", "median ms", "p95 ms", "slowest ms"),
                List.of(
                        row("over HTTP, %d proposals made".formatted(proposals), proposing),
                        row("over HTTP, nothing new", looking),
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
