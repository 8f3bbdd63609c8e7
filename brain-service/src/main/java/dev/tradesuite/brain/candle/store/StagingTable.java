package dev.tradesuite.brain.candle.store;

import dev.tradesuite.brain.candle.CandleRow;
import dev.tradesuite.brain.candle.CandleWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** The rows of one write in a temporary table that lives as long as the transaction, filled with COPY. */
final class StagingTable {

    private static final int BUFFER = 1 << 16;

    private final TreeSet<String> symbols = new TreeSet<>();
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    private StagingTable() {}

    /** Creates the table in the current transaction and copies the rows into it. */
    static StagingTable fill(DataSource dataSource, Consumer<CandleWriter.Staging> rows) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            execute(
                    connection,
                    """
                    create temporary table candle_staging (
                        line bigint, symbol text, open_time timestamptz,
                        open numeric, high numeric, low numeric, close numeric, volume numeric, flags smallint
                    ) on commit drop
                    """);
            StagingTable table = new StagingTable();
            table.copy(connection.unwrap(PGConnection.class), rows);
            // Without figures the planner takes the table for a handful of rows.
            execute(connection, "analyze candle_staging");
            return table;
        } catch (SQLException cause) {
            throw new SQLExceptionSubclassTranslator().translate("copy candles", null, cause);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    boolean isEmpty() {
        return symbols.isEmpty();
    }

    /** Symbols of the rows, sorted. */
    List<String> symbols() {
        return List.copyOf(symbols);
    }

    /** Open time of the oldest row. */
    Instant first() {
        return first;
    }

    /** Open time of the newest row. */
    Instant last() {
        return last;
    }

    private void copy(PGConnection connection, Consumer<CandleWriter.Staging> rows) throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn("copy candle_staging from stdin");
        try {
            Lines lines = new Lines(copy);
            rows.accept(row -> {
                include(row);
                lines.add(row);
            });
            lines.flush();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void include(CandleRow row) {
        symbols.add(row.symbol());
        first = row.openTime().isBefore(first) ? row.openTime() : first;
        last = row.openTime().isAfter(last) ? row.openTime() : last;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Rows in COPY's text format, sent in portions. Symbols are catalogue names: nothing in a row needs escaping. */
    private static final class Lines {

        private final CopyIn copy;
        private final StringBuilder text = new StringBuilder(BUFFER + 512);

        Lines(CopyIn copy) {
            this.copy = copy;
        }

        void add(CandleRow row) {
            text.append(row.line()).append('\t').append(row.symbol()).append('\t');
            text.append(row.openTime()).append('\t');
            text.append(row.open().toPlainString()).append('\t');
            text.append(row.high().toPlainString()).append('\t');
            text.append(row.low().toPlainString()).append('\t');
            text.append(row.close().toPlainString()).append('\t');
            text.append(row.volume() == null ? "\\N" : row.volume().toPlainString())
                    .append('\t');
            text.append(row.flags()).append('\n');
            if (text.length() >= BUFFER) {
                flush();
            }
        }

        void flush() {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            text.setLength(0);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException cause) {
                throw new SQLExceptionSubclassTranslator().translate("copy candles", null, cause);
            }
        }
    }
}
