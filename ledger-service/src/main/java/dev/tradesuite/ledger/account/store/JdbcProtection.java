package dev.tradesuite.ledger.account.store;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.ProtectiveOrder;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The orders that reduce positions, in the table {@code protective_order}. */
@Component
final class JdbcProtection {

    private final JdbcClient jdbc;

    JdbcProtection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ProtectiveOrder> of(String accountId) {
        return jdbc.sql("SELECT * FROM protective_order WHERE account_id = :accountId")
                .param("accountId", accountId)
                .query((row, _) -> order(row))
                .list();
    }

    /** Those of every account, by account. */
    Map<String, List<ProtectiveOrder>> all() {
        Map<String, List<ProtectiveOrder>> orders = new HashMap<>();
        jdbc.sql("SELECT * FROM protective_order").query(row -> {
            orders.computeIfAbsent(row.getString("account_id"), _ -> new ArrayList<>())
                    .add(order(row));
        });
        return orders;
    }

    /** Replaces those of an account, in one statement. */
    void save(Account account) {
        List<ProtectiveOrder> orders = account.protection();
        jdbc.sql(
                        """
                        WITH gone AS (
                            DELETE FROM protective_order
                             WHERE account_id = :accountId AND order_id <> ALL(CAST(:ids AS uuid[])))
                        INSERT INTO protective_order (order_id, account_id, symbol, side, type, lots, limit_price,
                                                      stop_price, trailing_pips)
                        SELECT id, :accountId, symbol, side, type, lots, limit_price, stop_price, trailing_pips
                          FROM unnest(CAST(:ids AS uuid[]), CAST(:symbols AS text[]), CAST(:sides AS text[]),
                                      CAST(:types AS text[]), CAST(CAST(:lots AS text[]) AS numeric[]),
                                      CAST(CAST(:limits AS text[]) AS numeric[]),
                                      CAST(CAST(:stops AS text[]) AS numeric[]),
                                      CAST(CAST(:trailing AS text[]) AS numeric[]))
                               AS told (id, symbol, side, type, lots, limit_price, stop_price, trailing_pips)
                        ON CONFLICT (order_id) DO UPDATE
                           SET lots = excluded.lots, limit_price = excluded.limit_price,
                               stop_price = excluded.stop_price, trailing_pips = excluded.trailing_pips
                        """)
                .param("accountId", account.id())
                .param("ids", orders.stream().map(ProtectiveOrder::orderId).toArray(UUID[]::new))
                .param("symbols", texts(orders, ProtectiveOrder::symbol))
                .param("sides", texts(orders, order -> order.side().name()))
                .param("types", texts(orders, order -> order.type().name()))
                .param("lots", texts(orders, order -> plain(order.lots().value())))
                .param("limits", texts(orders, order -> plain(order.limitPrice())))
                .param("stops", texts(orders, order -> plain(order.stopPrice())))
                .param("trailing", texts(orders, order -> pips(order.trailingStop())))
                .update();
    }

    private static ProtectiveOrder order(ResultSet row) throws SQLException {
        BigDecimal trailing = row.getBigDecimal("trailing_pips");
        return new ProtectiveOrder(
                row.getObject("order_id", UUID.class),
                row.getString("symbol"),
                Side.valueOf(row.getString("side")),
                OrderType.valueOf(row.getString("type")),
                new Lots(row.getBigDecimal("lots")),
                row.getBigDecimal("limit_price"),
                row.getBigDecimal("stop_price"),
                trailing == null ? null : new Pips(trailing));
    }

    private static @Nullable String[] texts(
            List<ProtectiveOrder> orders, Function<ProtectiveOrder, @Nullable String> column) {
        return orders.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    private static @Nullable String pips(@Nullable Pips distance) {
        return distance == null ? null : distance.value().toPlainString();
    }
}
