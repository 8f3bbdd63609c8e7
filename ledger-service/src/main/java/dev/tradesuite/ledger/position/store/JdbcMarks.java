package dev.tradesuite.ledger.position.store;

import dev.tradesuite.ledger.position.Mark;
import dev.tradesuite.ledger.position.Marks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Marks in the table {@code mark}. */
@Component
final class JdbcMarks implements Marks {

    private final JdbcClient jdbc;

    JdbcMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean offer(String symbol, Mark mark, String source) {
        return jdbc.sql(
                                """
                        insert into mark (symbol, price, marked_at, source)
                        values (:symbol, :price, :at, :source)
                        on conflict (symbol) do update
                           set price = excluded.price, marked_at = excluded.marked_at, source = excluded.source
                         where mark.marked_at < excluded.marked_at
                        """)
                        .param("symbol", symbol)
                        .param("price", mark.price())
                        .param("at", mark.at().atOffset(ZoneOffset.UTC))
                        .param("source", source)
                        .update()
                == 1;
    }

    @Override
    public Map<String, Mark> newest(Collection<String> symbols) {
        Map<String, Mark> newest = HashMap.newHashMap(symbols.size());
        jdbc.sql("select symbol, price, marked_at from mark where symbol = any(:symbols)")
                .param("symbols", symbols.toArray(String[]::new))
                .query(row -> {
                    newest.put(row.getString("symbol"), mark(row));
                });
        return newest;
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                row.getBigDecimal("price"),
                row.getObject("marked_at", OffsetDateTime.class).toInstant());
    }
}
