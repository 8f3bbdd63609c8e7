package dev.tradesuite.brain.candle.store;

import dev.tradesuite.brain.candle.CandleRow;
import dev.tradesuite.support.store.LongWork;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** A temporary table that lives as long as the transaction, filled with COPY. */
final class StagingTable implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final DataSource dataSource;
    private final Connection connection;
    private final CopyIn copy;

    /** Rows in COPY's text format, sent in portions. Symbols are catalogue names: nothing in a row needs escaping. */
    private final StringBuilder text = new StringBuilder(BUFFER + 512);

    /** Creates the table in the current transaction and begins to copy. */
    StagingTable(DataSource dataSource) {
        this.dataSource = dataSource;
        this.connection = DataSourceUtils.getConnection(dataSource);
        try {
            LongWork.allow(connection);
            execute(
                    """
                    CREATE TEMPORARY TABLE candle_staging (
                        line bigint, symbol text, open_time timestamptz,
                        open numeric, high numeric, low numeric, close numeric, volume numeric, flags smallint,
                        adjusted_close numeric
                    ) ON COMMIT DROP
                    """);
            this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY candle_staging FROM STDIN");
        } catch (SQLException cause) {
            DataSourceUtils.releaseConnection(connection, dataSource);
            throw failure(cause);
        }
    }

    void add(CandleRow row) {
        text.append(row.line()).append('\t').append(row.symbol()).append('\t');
        text.append(row.openTime()).append('\t');
        text.append(row.open().toPlainString()).append('\t');
        text.append(row.high().toPlainString()).append('\t');
        text.append(row.low().toPlainString()).append('\t');
        text.append(row.close().toPlainString()).append('\t');
        text.append(row.volume() == null ? "\\N" : row.volume().toPlainString()).append('\t');
        text.append(row.flags()).append('\t');
        text.append(row.adjustedClose() == null ? "\\N" : row.adjustedClose().toPlainString())
                .append('\n');
        if (text.length() >= BUFFER) {
            flush();
        }
    }

    /** Ends the copying. */
    void complete() {
        flush();
        try {
            copy.endCopy();
            // Without figures the planner takes the table for a handful of rows.
            execute("ANALYZE candle_staging");
        } catch (SQLException cause) {
            throw failure(cause);
        }
    }

    /** Gives the connection back to the transaction, usable also when the rows broke off. */
    @Override
    public void close() {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException cause) {
            throw failure(cause);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private void flush() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException cause) {
            throw failure(cause);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DataAccessException failure(SQLException cause) {
        DataAccessException translated = new SQLExceptionSubclassTranslator().translate("copy candles", null, cause);
        return translated == null ? new UncategorizedSQLException("copy candles", null, cause) : translated;
    }
}
