package dev.tradesuite.orchestrator.order.store;

import dev.tradesuite.orchestrator.order.OrderFill;
import dev.tradesuite.orchestrator.order.OrderMovedException;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.TradeOrders;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders in {@code trade_order} and {@code order_fill}.
 *
 * <p>Plain SQL and no entities: an order, its fill and the legs of its bracket are written by one statement, where
 * entities would take one to read and one for each row.
 */
@Component
final class JdbcTradeOrders implements TradeOrders {

    /** The statuses are written out, so that the index of open orders serves. */
    private static final String OPEN =
            "status IN ('NEW', 'RESERVED', 'SUBMITTED', 'PARTIALLY_FILLED', 'CANCEL_REQUESTED')";

    /** Rows come as JSON by the names of the columns; a moved order must be there as it was read. */
    private static final String SAVE =
            """
            WITH stored AS (
                INSERT INTO trade_order
                SELECT * FROM jsonb_populate_recordset(NULL::trade_order, CAST(:orders AS jsonb))
                ON CONFLICT (id) DO UPDATE SET
                    lots = excluded.lots, stop_price = excluded.stop_price, filled_lots = excluded.filled_lots,
                    status = excluded.status,
                    cause_code = excluded.cause_code, cause_message = excluded.cause_message,
                    history = excluded.history, owner = excluded.owner, updated_at = excluded.updated_at,
                    version = excluded.version
                WHERE trade_order.version = excluded.version - 1
                RETURNING id),
            filled AS (
                INSERT INTO order_fill
                    (id, order_id, number, lots, price, commission, conversion_rate, conversion_prices,
                     conversion_stale, filled_at)
                SELECT id, order_id, number, lots, price, commission, conversion_rate, conversion_prices,
                     conversion_stale, filled_at
                FROM jsonb_populate_recordset(NULL::order_fill, CAST(:fills AS jsonb))
                ON CONFLICT (id) DO NOTHING)
            SELECT count(*) FROM stored
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final OrderRowMapper rows;

    JdbcTradeOrders(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = new OrderRowMapper(json);
    }

    @Override
    public List<TradeOrder> save(List<TradeOrder> orders) {
        List<TradeOrder> stored = orders.stream().map(TradeOrder::stored).toList();
        List<Map<String, @Nullable Object>> fills = new ArrayList<>();
        for (TradeOrder order : stored) {
            for (int number = 0; number < order.fills().size(); number++) {
                fills.add(OrderRowMapper.row(order.id(), number, order.fills().get(number)));
            }
        }
        int kept = jdbc.sql(SAVE)
                .param(
                        "orders",
                        json.writeValueAsString(
                                stored.stream().map(OrderRowMapper::row).toList()))
                .param("fills", json.writeValueAsString(fills))
                .query(Integer.class)
                .single();
        if (kept < stored.size()) {
            throw new OrderMovedException("%d of %d orders were moved meanwhile".formatted(stored.size() - kept, kept));
        }
        return stored;
    }

    @Override
    public List<TradeOrder> lock(Collection<String> clientOrderIds) {
        // The fills are read by a query of their own: one that waits for a lock sees other tables as they were before.
        return read(
                "WHERE client_order_id = ANY (:keys) ORDER BY id FOR UPDATE",
                Map.of("keys", clientOrderIds.toArray(String[]::new)));
    }

    @Override
    public Optional<TradeOrder> find(UUID id) {
        return read("WHERE id = :id", Map.of("id", id)).stream().findFirst();
    }

    @Override
    public List<TradeOrder> find(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : read("WHERE id = ANY (:ids)", Map.of("ids", ids.toArray(UUID[]::new)));
    }

    @Override
    public List<TradeOrder> open() {
        return read("WHERE " + OPEN + " ORDER BY id", Map.of());
    }

    @Override
    public List<TradeOrder> protecting(Collection<String> accountIds, String symbol) {
        return read(
                """
                WHERE account_id = ANY (:accounts) AND symbol = :symbol AND reduce_only AND type <> 'MARKET'
                  AND status IN ('SUBMITTED', 'PARTIALLY_FILLED', 'CANCEL_REQUESTED')
                ORDER BY id
                """,
                Map.of("accounts", accountIds.toArray(String[]::new), "symbol", symbol));
    }

    @Override
    public Optional<TradeOrder> ofDecision(UUID decisionId) {
        return read("WHERE decision_id = :decision", Map.of("decision", decisionId)).stream()
                .findFirst();
    }

    @Override
    public Optional<TradeOrder> lastEntry(String accountId, String symbol) {
        return read(
                        """
                        WHERE account_id = :account AND symbol = :symbol AND NOT reduce_only AND filled_lots > 0
                        ORDER BY id DESC LIMIT 1
                        """,
                        Map.of("account", accountId, "symbol", symbol))
                .stream()
                .findFirst();
    }

    @Override
    public List<TradeOrder> find(Filter filter) {
        Map<String, Object> params = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        if (filter.accountId() != null) {
            conditions.add("account_id = :account");
            params.put("account", filter.accountId());
        }
        if (filter.only() != null) {
            conditions.add("account_id = ANY (:only)");
            params.put("only", filter.only().toArray(String[]::new));
        }
        if (filter.symbol() != null) {
            conditions.add("symbol = :symbol");
            params.put("symbol", filter.symbol());
        }
        if (filter.status() != null) {
            conditions.add("status = :status");
            params.put("status", filter.status().name());
        }
        if (filter.open()) {
            conditions.add(OPEN);
        }
        Slice slice = filter.slice();
        if (slice.from() != null) {
            conditions.add("id >= :from");
            params.put("from", Ids.least(slice.from()));
        }
        if (slice.to() != null) {
            conditions.add("id < :to");
            params.put("to", Ids.least(slice.to()));
        }
        if (slice.before() != null) {
            conditions.add("id < :before");
            params.put("before", slice.before());
        }
        params.put("limit", slice.limit());
        String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        return read(where + " ORDER BY id DESC LIMIT :limit", params);
    }

    @Override
    public int forgetEndedBefore(Instant moment) {
        return jdbc.sql(
                        """
                        DELETE FROM trade_order WHERE id IN (
                            SELECT o.id FROM trade_order o
                            WHERE o.updated_at < :moment
                              AND o.status IN ('FILLED', 'DENIED', 'REJECTED', 'CANCELLED', 'EXPIRED')
                              AND NOT EXISTS (SELECT 1 FROM trade_order leg WHERE leg.parent_order_id = o.id)
                              AND NOT EXISTS (SELECT 1 FROM trade_order next WHERE next.replaces_order_id = o.id)
                            ORDER BY o.updated_at LIMIT 1000)
                        """)
                .param("moment", TimeColumns.of(moment))
                .update();
    }

    private List<TradeOrder> read(String condition, Map<String, ?> params) {
        List<Row> read = jdbc.sql("SELECT * FROM trade_order " + condition)
                .params(params)
                .query((row, _) -> new Row(row.getBigDecimal("filled_lots").signum() > 0, rows.order(row)))
                .list();
        UUID[] filled =
                read.stream().filter(Row::filled).map(row -> row.order.id()).toArray(UUID[]::new);
        Map<UUID, List<OrderFill>> fills = filled.length == 0 ? Map.of() : fills(filled);
        return read.stream()
                .map(row -> row.with(fills.getOrDefault(row.order.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<OrderFill>> fills(UUID[] orderIds) {
        Map<UUID, List<OrderFill>> fills = new HashMap<>();
        jdbc.sql("SELECT * FROM order_fill WHERE order_id = ANY (:orders) ORDER BY order_id, number")
                .param("orders", orderIds)
                .query(row -> {
                    fills.computeIfAbsent(row.getObject("order_id", UUID.class), _ -> new ArrayList<>())
                            .add(rows.fill(row));
                });
        return fills;
    }

    /**
     * An order before its fills are read.
     *
     * @param filled whether it has some
     */
    private record Row(boolean filled, TradeOrder order) {

        TradeOrder with(List<OrderFill> fills) {
            return fills.isEmpty()
                    ? order
                    : new TradeOrder(
                            order.id(),
                            order.clientOrderId(),
                            order.terms(),
                            order.origin(),
                            order.venue(),
                            order.status(),
                            order.cause(),
                            order.history(),
                            fills,
                            order.owner(),
                            order.version());
        }
    }
}
