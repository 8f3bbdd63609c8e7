package dev.tradesuite.benchmarks.curves;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import dev.tradesuite.contracts.signals.EquityCurves;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times the equity curves of all models over HTTP, at the service and uncompressed, beside one statement that reads the
 * same points with their columns.
 */
@Command(
        name = "curves",
        description = {
            "Times equity-curves of a running suite beside the SQL that reads the same points.",
            "A suite that was started with its simulated feed has 30 days of five models within a few minutes."
        },
        mixinStandardHelpOptions = true)
public final class CurvesBenchmark implements Callable<Integer> {

    private static final String POINTS =
            """
            SELECT s.strategy_code, c.timestamp_utc, c.equity_value, c.return_since_start_pct, c.current_drawdown_pct
            FROM dw.fact_equity_curve c JOIN dw.dim_strategy s USING (strategy_id)
            WHERE c.run_id = 0 AND c.symbol = ? AND c.timeframe = ? AND c.timestamp_utc > ? AND c.timestamp_utc <= ?
            ORDER BY c.strategy_id, c.timestamp_utc
            """;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Option(names = "--symbol", defaultValue = "EURUSD.SIM", description = "Default: ${DEFAULT-VALUE}")
    private String symbol;

    @Option(names = "--hours", defaultValue = "720", description = "Default: ${DEFAULT-VALUE}")
    private int hours;

    @Option(
            names = "--rounds",
            defaultValue = "40",
            description = "Calls of each kind, after ten to warm up. Default: ${DEFAULT-VALUE}")
    private int rounds;

    private final Times ours = new Times();
    private final Times raw = new Times();

    @Override
    public Integer call() throws SQLException {
        SuiteClient client = suite.client();
        URI uri = suite.signals().resolve("/api/models/equity-curves?hours=%d&symbol=%s".formatted(hours, symbol));
        HttpRequest request = client.get(uri);
        EquityCurves curves = client.read(request, EquityCurves.class);
        int points =
                curves.curves().stream().mapToInt(curve -> curve.data().size()).sum();
        if (points == 0) {
            throw new IllegalStateException("%s has no equity: %s".formatted(symbol, curves.reason()));
        }
        int warmUp = 10;
        try (SuiteDatabase database = suite.database();
                Connection connection = database.connect()) {
            for (int round = 0; round < warmUp + rounds; round++) {
                long answered = client.timed(request).nanos();
                long read = read(connection, curves, points);
                if (round >= warmUp) {
                    ours.add(answered);
                    raw.add(read);
                }
            }
        }
        print(points, curves.curves().size());
        return 0;
    }

    private long read(Connection connection, EquityCurves curves, int points) throws SQLException {
        long start = System.nanoTime();
        double sum = 0;
        int count = 0;
        try (PreparedStatement statement = connection.prepareStatement(POINTS)) {
            statement.setString(1, symbol);
            statement.setString(2, Objects.requireNonNull(curves.timeframe()).name());
            statement.setObject(3, time(curves.startDate()));
            statement.setObject(4, time(curves.endDate()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    count++;
                    sum += rows.getString(1).length()
                            + rows.getObject(2, OffsetDateTime.class).getNano()
                            + rows.getBigDecimal(3).doubleValue()
                            + rows.getDouble(4)
                            + rows.getDouble(5);
                }
            }
        }
        long nanos = System.nanoTime() - start;
        if (count != points || Double.isNaN(sum)) {
            throw new IllegalStateException("SQL reads %d points, the service %d".formatted(count, points));
        }
        return nanos;
    }

    private static OffsetDateTime time(@Nullable Instant moment) {
        return Objects.requireNonNull(moment, "there is no point").atOffset(ZoneOffset.UTC);
    }

    private void print(int points, int models) {
        Report report = new Report(spec.commandLine().getOut());
        report.title(
                "Equity curves of %d models over %d hours, %s points".formatted(models, hours, Report.number(points)));
        report.table(
                List.of("way", "calls", "median ms", "p99 ms", "ours / this"),
                List.of(row("equity-curves over HTTP", ours), row("the same points by SQL", raw)));
    }

    private List<String> row(String way, Times times) {
        return List.of(
                way,
                Report.number(times.count()),
                Report.number(times.p50(), 1),
                Report.number(times.p99(), 1),
                Report.number(ours.p50() / times.p50(), 2));
    }
}
