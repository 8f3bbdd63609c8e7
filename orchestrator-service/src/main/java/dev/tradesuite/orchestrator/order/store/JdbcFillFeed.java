package dev.tradesuite.orchestrator.order.store;

import dev.tradesuite.orchestrator.order.FillFeed;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.TradeOrders;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills from {@code order_fill}; the time at which a row was written orders them. */
@Component
final class JdbcFillFeed implements FillFeed {

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final TradeOrders orders;

    JdbcFillFeed(JdbcClient jdbc, TradeOrders orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    @Override
    public List<FedFill> page(Instant since, Optional<Place> after, int most) {
        List<Row> rows = jdbc.sql(
                        """
                        SELECT id, order_id, booked_at FROM order_fill
                        WHERE (booked_at, id) > (:at, :id)
                        ORDER BY booked_at, id
                        LIMIT :most
                        """)
                .param("at", TimeColumns.of(after.map(Place::bookedAt).orElse(since)))
                .param("id", after.map(Place::fillId).orElse(FIRST))
                .param("most", most)
                .query((row, _) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("order_id", UUID.class),
                        TimeColumns.instant(row, "booked_at")))
                .list();
        Map<UUID, TradeOrder> filled = new HashMap<>();
        orders.find(rows.stream().map(Row::orderId).distinct().toList())
                .forEach(order -> filled.put(order.id(), order));
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(filled.get(row.orderId)).stream()
                        .flatMap(order -> order.fills().stream()
                                .filter(fill -> fill.id().equals(row.id))
                                .map(fill -> new FedFill(order, fill, row.bookedAt))))
                .toList();
    }

    @Override
    public List<String> tradedSymbols(String accountId) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT symbol FROM trade_order
                        WHERE account_id = :account AND filled_lots > 0 ORDER BY symbol
                        """)
                .param("account", accountId)
                .query(String.class)
                .list();
    }

    private record Row(UUID id, UUID orderId, Instant bookedAt) {}
}
