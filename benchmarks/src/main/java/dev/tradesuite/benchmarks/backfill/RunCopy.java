package dev.tradesuite.benchmarks.backfill;

import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Copies the signals and equity points of a run into tables of the same shape, in transactions of as many bars as the
 * suite's own. Each commit waits for the disk, as the suite's do.
 */
final class RunCopy {

    private final SuiteDatabase database;
    private final List<RunSeries> tables;

    private RunCopy(SuiteDatabase database, List<RunSeries> tables) {
        this.database = database;
        this.tables = tables;
    }

    /** Makes the tables. */
    static RunCopy prepare(SuiteDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            List<RunSeries> tables = List.of(
                    RunSeries.of(connection, "fact_strategy_signals"), RunSeries.of(connection, "fact_equity_curve"));
            database.prepare(tables.stream().map(RunSeries::creation).toArray(String[]::new));
            return new RunCopy(database, tables);
        }
    }

    /** How long a copy took, and its rows. */
    record Copied(long nanos, long rows) {}

    /** Lines for one table. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; as large as they are they are not copied either
    private record Lines(RunSeries table, byte[] text, long rows) {}

    /** Reads the rows of a run, and times how they are written into empty tables. */
    Copied copy(long run) throws SQLException, IOException {
        database.run(tables.stream().map(RunSeries::truncation).toArray(String[]::new));
        try (Connection connection = database.connect()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set synchronous_commit = on");
            }
            List<List<Lines>> stretches = read(connection, run);
            long nanos = written(connection, stretches);
            return new Copied(
                    nanos,
                    stretches.stream()
                            .flatMap(List::stream)
                            .mapToLong(Lines::rows)
                            .sum());
        }
    }

    /** A list of lines for each transaction. */
    private List<List<Lines>> read(Connection connection, long run) throws SQLException, IOException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        List<List<Lines>> stretches = new ArrayList<>();
        for (BarStretchTimes bars : BarStretchTimes.of(closes(connection, run))) {
            List<Lines> stretch = new ArrayList<>();
            for (RunSeries table : tables) {
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                long rows = copies.copyOut(table.copyOut(run, bars), text);
                stretch.add(new Lines(table, text.toByteArray(), rows));
            }
            stretches.add(stretch);
        }
        return stretches;
    }

    private static List<Instant> closes(Connection connection, long run) throws SQLException {
        String bars =
                "select distinct timestamp_utc from dw.fact_equity_curve where run_id = %d order by 1".formatted(run);
        List<Instant> closes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(bars)) {
            while (rows.next()) {
                closes.add(rows.getObject(1, OffsetDateTime.class).toInstant());
            }
        }
        return closes;
    }

    private static long written(Connection connection, List<List<Lines>> stretches) throws SQLException, IOException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        connection.setAutoCommit(false);
        long start = System.nanoTime();
        for (List<Lines> stretch : stretches) {
            for (Lines lines : stretch) {
                long rows = copies.copyIn(lines.table().copyIn(), new ByteArrayInputStream(lines.text()));
                if (rows != lines.rows()) {
                    throw new IllegalStateException("%d of %d rows were copied".formatted(rows, lines.rows()));
                }
            }
            connection.commit();
        }
        return System.nanoTime() - start;
    }
}
