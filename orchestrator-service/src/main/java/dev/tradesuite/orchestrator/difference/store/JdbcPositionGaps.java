package dev.tradesuite.orchestrator.difference.store;

import static dev.tradesuite.support.store.TimeColumns.instant;

import dev.tradesuite.orchestrator.difference.PositionGap;
import dev.tradesuite.orchestrator.difference.PositionGaps;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code position_gap}. */
@Component
final class JdbcPositionGaps implements PositionGaps {

    private final JdbcClient jdbc;

    JdbcPositionGaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PositionOf> traded() {
        // From one pair to the next along the index, however many orders each has.
        return jdbc.sql(
                        """
                        WITH RECURSIVE filled AS (
                            (SELECT account_id, symbol FROM trade_order WHERE filled_lots > 0
                              ORDER BY account_id, symbol LIMIT 1)
                            UNION ALL
                            SELECT following.account_id, following.symbol
                              FROM filled
                             CROSS JOIN LATERAL (
                                SELECT account_id, symbol FROM trade_order
                                 WHERE filled_lots > 0
                                   AND (account_id, symbol) > (filled.account_id, filled.symbol)
                                 ORDER BY account_id, symbol LIMIT 1) following)
                        SELECT account_id, symbol FROM filled
                         UNION
                        SELECT account_id, symbol FROM position_gap
                         ORDER BY account_id, symbol
                        """)
                .query(JdbcPositionGaps::position)
                .list();
    }

    @Override
    public Set<PositionOf> filledAfter(Instant moment) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT account_id, symbol
                          FROM order_fill
                          JOIN trade_order ON trade_order.id = order_fill.order_id
                         WHERE booked_at > :moment
                        """)
                .param("moment", TimeColumns.of(moment))
                .query(JdbcPositionGaps::position)
                .set();
    }

    @Override
    public Optional<PositionGap> locked(PositionOf position) {
        return jdbc.sql("SELECT * FROM position_gap WHERE account_id = :account AND symbol = :symbol FOR UPDATE")
                .param("account", position.accountId())
                .param("symbol", position.symbol())
                .query((row, _) -> new PositionGap(
                        row.getString("account_id"),
                        row.getString("symbol"),
                        row.getString("broker"),
                        row.getBigDecimal("broker_lots"),
                        row.getBigDecimal("book_lots"),
                        instant(row, "since"),
                        row.getBigDecimal("told_lots")))
                .optional();
    }

    @Override
    public void save(PositionGap gap) {
        jdbc.sql(
                        """
                        INSERT INTO position_gap (account_id, symbol, broker, broker_lots, book_lots, since, told_lots)
                        VALUES (:account, :symbol, :broker, :brokerLots, :bookLots, :since, :told)
                        ON CONFLICT (account_id, symbol) DO UPDATE
                           SET broker = excluded.broker,
                               broker_lots = excluded.broker_lots,
                               book_lots = excluded.book_lots,
                               since = excluded.since,
                               told_lots = excluded.told_lots
                        """)
                .param("account", gap.accountId())
                .param("symbol", gap.symbol())
                .param("broker", gap.broker())
                .param("brokerLots", gap.brokerLots())
                .param("bookLots", gap.bookLots())
                .param("since", TimeColumns.of(gap.since()))
                .param("told", gap.told())
                .update();
    }

    @Override
    public void remove(PositionOf position) {
        jdbc.sql("DELETE FROM position_gap WHERE account_id = :account AND symbol = :symbol")
                .param("account", position.accountId())
                .param("symbol", position.symbol())
                .update();
    }

    private static PositionOf position(ResultSet row, int number) throws SQLException {
        return new PositionOf(row.getString("account_id"), row.getString("symbol"));
    }
}
