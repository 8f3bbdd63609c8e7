package dev.tradesuite.ledger.account.store;

import dev.tradesuite.accounting.account.Mark;
import dev.tradesuite.ledger.account.MarketPrice;
import dev.tradesuite.ledger.account.Marks;
import dev.tradesuite.support.store.TimeColumns;
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
    public boolean offer(MarketPrice price) {
        return jdbc.sql(
                                """
                                INSERT INTO mark (symbol, price, marked_at, timeframe, source)
                                VALUES (:symbol, :price, :at, :timeframe, :source)
                                ON CONFLICT (symbol) DO UPDATE
                                   SET price = excluded.price, marked_at = excluded.marked_at,
                                       timeframe = excluded.timeframe, source = excluded.source
                                 WHERE mark.marked_at < excluded.marked_at
                                    OR (mark.marked_at = excluded.marked_at AND mark.timeframe = excluded.timeframe
                                        AND mark.price <> excluded.price)
                                """)
                        .param("symbol", price.symbol())
                        .param("price", price.price())
                        .param("at", TimeColumns.of(price.at()))
                        .param("timeframe", price.timeframe().name())
                        .param("source", price.source())
                        .update()
                == 1;
    }

    @Override
    public Map<String, Mark> newest(Collection<String> symbols) {
        Map<String, Mark> newest = HashMap.newHashMap(symbols.size());
        jdbc.sql("SELECT symbol, price, marked_at FROM mark WHERE symbol = ANY(:symbols)")
                .param("symbols", symbols.toArray(String[]::new))
                .query(row -> {
                    newest.put(
                            row.getString("symbol"),
                            Mark.market(row.getBigDecimal("price"), TimeColumns.instant(row, "marked_at")));
                });
        return newest;
    }
}
