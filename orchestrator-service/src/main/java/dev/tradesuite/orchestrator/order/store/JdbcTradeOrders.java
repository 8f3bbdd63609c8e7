package dev.tradesuite.orchestrator.order.store;

import static dev.tradesuite.support.store.TimeColumns.instantOrNull;

import dev.tradesuite.broker.Protection;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.OrderFill;
import dev.tradesuite.orchestrator.order.OrderMovedException;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.TradeOrder.Entered;
import dev.tradesuite.orchestrator.order.TradeOrder.Venue;
import dev.tradesuite.orchestrator.order.TradeOrders;
import dev.tradesuite.support.store.TimeColumns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders in {@code trade_order} and {@code order_fill}.
 *
 * <p>Plain SQL and no entities: an order, its fill and the legs of its bracket are written by one statement, where
 * entities would take one to read and one for each row.
 */
@Component
final class JdbcTradeOrders implements TradeOrders {

    private static final TypeReference<List<Entered>> HISTORY = new TypeReference<>() {};
    private static final TypeReference<Map<String, BigDecimal>> PRICES = new TypeReference<>() {};
    private static final TypeReference<Map<String, ClosingPrice>> DATED_PRICES = new TypeReference<>() {};

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

    JdbcTradeOrders(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<TradeOrder> save(List<TradeOrder> orders) {
        List<TradeOrder> stored = orders.stream().map(TradeOrder::stored).toList();
        List<Map<String, @Nullable Object>> fills = new ArrayList<>();
        for (TradeOrder order : stored) {
            for (int number = 0; number < order.fills().size(); number++) {
                fills.add(row(order.id(), number, order.fills().get(number)));
            }
        }
        int kept = jdbc.sql(SAVE)
                .param(
                        "orders",
                        json.writeValueAsString(stored.stream().map(this::row).toList()))
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
        params.put("limit", filter.limit());
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
        List<Row> rows = jdbc.sql("SELECT * FROM trade_order " + condition)
                .params(params)
                .query((row, _) -> new Row(row.getBigDecimal("filled_lots").signum() > 0, order(row)))
                .list();
        UUID[] filled =
                rows.stream().filter(Row::filled).map(row -> row.order.id()).toArray(UUID[]::new);
        Map<UUID, List<OrderFill>> fills = filled.length == 0 ? Map.of() : fills(filled);
        return rows.stream()
                .map(row -> row.with(fills.getOrDefault(row.order.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<OrderFill>> fills(UUID[] orderIds) {
        Map<UUID, List<OrderFill>> fills = new HashMap<>();
        jdbc.sql("SELECT * FROM order_fill WHERE order_id = ANY (:orders) ORDER BY order_id, number")
                .param("orders", orderIds)
                .query(row -> {
                    fills.computeIfAbsent(row.getObject("order_id", UUID.class), _ -> new ArrayList<>())
                            .add(fill(row));
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

    private Map<String, @Nullable Object> row(TradeOrder order) {
        TradeTerms terms = order.terms();
        OrderOrigin origin = order.origin();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", order.id());
        row.put("client_order_id", order.clientOrderId());
        row.put("decision_id", origin.decisionId());
        row.put("parent_order_id", origin.parentOrderId());
        row.put("replaces_order_id", origin.replacesOrderId());
        row.put("account_id", origin.accountId());
        row.put("account_currency", origin.accountCurrency());
        row.put("broker", order.venue().broker());
        row.put("label", order.venue().label());
        row.put("symbol", terms.symbol());
        row.put("side", terms.side());
        row.put("type", terms.type().name());
        row.put("lots", terms.lots().value());
        row.put("filled_lots", order.filledLots().value());
        row.put("limit_price", terms.limitPrice());
        row.put("stop_price", terms.stopPrice());
        row.put("time_in_force", terms.timeInForce().name());
        row.put("expires_at", terms.expiresAt());
        row.put("trailing_pips", pips(terms.trailingStop()));
        row.put("reduce_only", terms.reduceOnly());
        row.put("stop_loss_price", terms.protection().stopLossPrice());
        row.put("take_profit_price", terms.protection().takeProfitPrice());
        row.put("protection_trailing_pips", pips(terms.protection().trailingStop()));
        row.put("market_price", origin.marketPrice());
        row.put("leverage", origin.leverage().value());
        row.put("strategy", origin.strategy());
        row.put("conversion_prices", origin.conversionPrices());
        row.put("status", order.status().name());
        row.put("cause_code", order.cause() == null ? null : order.cause().code());
        row.put("cause_message", order.cause() == null ? null : order.cause().message());
        row.put("history", order.history());
        row.put("owner", order.owner());
        row.put("updated_at", order.updatedAt());
        row.put("version", order.version());
        return row;
    }

    private static Map<String, @Nullable Object> row(UUID orderId, int number, OrderFill fill) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", fill.id());
        row.put("order_id", orderId);
        row.put("number", number);
        row.put("lots", fill.lots().value());
        row.put("price", fill.price());
        row.put("commission", fill.commission());
        row.put("conversion_rate", fill.conversion().rate());
        row.put("conversion_prices", fill.conversion().prices());
        row.put("conversion_stale", fill.conversion().stale());
        row.put("filled_at", fill.filledAt());
        return row;
    }

    private TradeOrder order(ResultSet row) throws SQLException {
        String cause = row.getString("cause_code");
        return new TradeOrder(
                row.getObject("id", UUID.class),
                row.getString("client_order_id"),
                terms(row),
                origin(row),
                new Venue(row.getString("broker"), RunLabel.valueOf(row.getString("label"))),
                OrderStatus.valueOf(row.getString("status")),
                cause == null ? null : new Reason(cause, row.getString("cause_message")),
                json.readValue(row.getString("history"), HISTORY),
                List.of(),
                row.getString("owner"),
                row.getInt("version"));
    }

    private static TradeTerms terms(ResultSet row) throws SQLException {
        return new TradeTerms(
                row.getString("symbol"),
                Side.valueOf(row.getString("side")),
                OrderType.valueOf(row.getString("type")),
                new Lots(row.getBigDecimal("lots")),
                row.getBigDecimal("limit_price"),
                row.getBigDecimal("stop_price"),
                TimeInForce.valueOf(row.getString("time_in_force")),
                instantOrNull(row, "expires_at"),
                pips(row.getBigDecimal("trailing_pips")),
                row.getBoolean("reduce_only"),
                new Protection(
                        row.getBigDecimal("stop_loss_price"),
                        row.getBigDecimal("take_profit_price"),
                        pips(row.getBigDecimal("protection_trailing_pips"))));
    }

    private OrderOrigin origin(ResultSet row) throws SQLException {
        return new OrderOrigin(
                row.getString("account_id"),
                row.getString("account_currency"),
                row.getBigDecimal("market_price"),
                new Leverage(row.getBigDecimal("leverage")),
                row.getString("strategy"),
                row.getObject("decision_id", UUID.class),
                row.getObject("parent_order_id", UUID.class),
                row.getObject("replaces_order_id", UUID.class),
                json.readValue(row.getString("conversion_prices"), PRICES));
    }

    private OrderFill fill(ResultSet row) throws SQLException {
        return new OrderFill(
                row.getObject("id", UUID.class),
                new Lots(row.getBigDecimal("lots")),
                row.getBigDecimal("price"),
                row.getBigDecimal("commission"),
                new OrderFill.FillRate(
                        row.getBigDecimal("conversion_rate"),
                        json.readValue(row.getString("conversion_prices"), DATED_PRICES),
                        row.getBoolean("conversion_stale")),
                TimeColumns.instant(row, "filled_at"));
    }

    private static @Nullable BigDecimal pips(@Nullable Pips distance) {
        return distance == null ? null : distance.value();
    }

    private static @Nullable Pips pips(@Nullable BigDecimal distance) {
        return distance == null ? null : new Pips(distance);
    }
}
