package dev.tradesuite.signals.book.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Component;

/** Writes rows with {@code COPY} in the transaction under way. */
@Component
class JdbcCopies {

    private static final int BLOCK = 1 << 16;

    private final DataSource database;

    JdbcCopies(DataSource database) {
        this.database = database;
    }

    /**
     * Writes rows.
     *
     * @param columns those a line has, in this order
     * @param line adds the columns of a row
     */
    <T> void write(String table, List<String> columns, Collection<T> rows, BiConsumer<T, CopyLine> line) {
        if (rows.isEmpty()) {
            return;
        }
        String copy = "COPY %s (%s) FROM STDIN".formatted(table, String.join(", ", columns));
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            write(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy), rows, line);
        } catch (SQLException e) {
            DataAccessException known = new SQLExceptionSubclassTranslator().translate("copy rows", copy, e);
            throw known == null ? new UncategorizedSQLException("copy rows", copy, e) : known;
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private static <T> void write(CopyIn copy, Collection<T> rows, BiConsumer<T, CopyLine> line) throws SQLException {
        try {
            CopyLine lines = new CopyLine();
            for (T row : rows) {
                line.accept(row, lines);
                lines.end();
                if (lines.length() >= BLOCK) {
                    send(copy, lines);
                }
            }
            send(copy, lines);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, CopyLine lines) throws SQLException {
        byte[] bytes = lines.take().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
    }
}
