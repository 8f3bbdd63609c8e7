package dev.tradesuite.ledger.account.store;

import dev.tradesuite.accounting.account.Mark;
import dev.tradesuite.ledger.account.Marks;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Marks in the table {@code mark}. */
@Component
final class JdbcMarks implements Marks {

    private static final String OFFER =
            """
            INSERT INTO mark (symbol, price, marked_at, source)
            VALUES (:symbol, :price, :at, :source)
            ON CONFLICT (symbol) DO UPDATE
               SET price = excluded.price, marked_at = excluded.marked_at, source = excluded.source
             WHERE mark.marked_at < excluded.marked_at
            """;

    private static final String NEWEST = "SELECT symbol, price, marked_at FROM mark WHERE symbol = ANY(:symbols)";

    private final JdbcClient jdbc;

    JdbcMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean offer(String symbol, Mark mark, String source) {
        return jdbc.sql(OFFER)
                        .param("symbol", symbol)
                        .param("price", mark.price())
                        .param("at", TimeColumns.of(mark.at()))
                        .param("source", source)
                        .update()
                == 1;
    }

    @Override
    public Map<String, Mark> newest(Collection<String> symbols) {
        return read(jdbc.sql(NEWEST), symbols);
    }

    /** One statement, which reads the prices as they were before its offer. */
    @Override
    public Map<String, Mark> newestWith(String symbol, Mark mark, String source, Collection<String> symbols) {
        Map<String, Mark> newest = read(
                jdbc.sql("WITH offered AS (%s) %s".formatted(OFFER, NEWEST))
                        .param("symbol", symbol)
                        .param("price", mark.price())
                        .param("at", TimeColumns.of(mark.at()))
                        .param("source", source),
                symbols);
        newest.merge(symbol, mark, Mark::orNewer);
        return newest;
    }

    private static Map<String, Mark> read(JdbcClient.StatementSpec query, Collection<String> symbols) {
        Map<String, Mark> newest = HashMap.newHashMap(symbols.size());
        query.param("symbols", symbols.toArray(String[]::new)).query(row -> {
            newest.put(row.getString("symbol"), mark(row));
        });
        return newest;
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(row.getBigDecimal("price"), TimeColumns.instant(row, "marked_at"));
    }
}
