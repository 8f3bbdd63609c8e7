package dev.tradesuite.orchestrator.order.paper.store;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.BrokerOrder.Execution;
import dev.tradesuite.orchestrator.order.BrokerOrder.Standing;
import dev.tradesuite.orchestrator.order.OrderTerms;
import dev.tradesuite.orchestrator.order.OrderType;
import dev.tradesuite.orchestrator.order.Protection;
import dev.tradesuite.orchestrator.order.paper.PaperOrder;
import dev.tradesuite.orchestrator.order.paper.PaperState;
import dev.tradesuite.orchestrator.order.paper.PaperStore;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code paper_position}, {@code paper_order} and {@code paper_execution}. */
@Component
final class JdbcPaperStore implements PaperStore {

    /** Working orders of a book, and all legs of their brackets. */
    private static final String WORKING =
            """
            SELECT client_order_id FROM paper_order
            WHERE symbol = :symbol AND account_id = :account AND standing = 'WORKING'
            UNION
            SELECT leg.client_order_id FROM paper_order working
            JOIN paper_order leg ON leg.parent_client_order_id = working.parent_client_order_id
            WHERE working.symbol = :symbol AND working.account_id = :account AND working.standing = 'WORKING'
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcPaperStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public PaperState lock(BookKey book, String clientOrderId) {
        BigDecimal position = lockPosition(book);
        return new PaperState(
                position,
                orders(
                        "client_order_id IN (SELECT :id UNION " + WORKING + ")",
                        Map.of("id", clientOrderId, "symbol", book.symbol(), "account", book.accountId())));
    }

    @Override
    public PaperState lock(BookKey book) {
        BigDecimal position = lockPosition(book);
        return new PaperState(
                position,
                orders(
                        "client_order_id IN (" + WORKING + ")",
                        Map.of("symbol", book.symbol(), "account", book.accountId())));
    }

    @Override
    public void save(BookKey book, BigDecimal position, List<PaperOrder> changed, List<PaperOrder> priced) {
        jdbc.sql("UPDATE paper_position SET lots = ? WHERE account_id = ? AND symbol = ?")
                .params(position, book.accountId(), book.symbol())
                .update();
        if (!changed.isEmpty()) {
            saveOrders(changed);
            saveExecutions(changed);
        }
        if (!priced.isEmpty()) {
            batches.batchUpdate(
                    "UPDATE paper_order SET priced_until = ? WHERE client_order_id = ?",
                    priced.stream()
                            .map(order -> new Object[] {time(order.pricedUntil()), order.clientOrderId()})
                            .toList());
        }
    }

    @Override
    public List<PaperOrder> find(String clientOrderId) {
        return orders("client_order_id = :id OR parent_client_order_id = :id", Map.of("id", clientOrderId));
    }

    @Override
    public List<BookKey> waitingFor(String symbol) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT account_id, symbol FROM paper_order
                        WHERE symbol = ? AND standing = 'WORKING' ORDER BY account_id
                        """)
                .param(symbol)
                .query(JdbcPaperStore::book)
                .list();
    }

    @Override
    public List<BookKey> expiring(Instant now) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT account_id, symbol FROM paper_order
                        WHERE standing = 'WORKING' AND expires_at <= ? ORDER BY account_id, symbol
                        """)
                .param(Timestamp.from(now))
                .query(JdbcPaperStore::book)
                .list();
    }

    /** The row of the position is the lock of the book. */
    private BigDecimal lockPosition(BookKey book) {
        return jdbc.sql(
                        """
                        INSERT INTO paper_position (account_id, symbol, lots) VALUES (?, ?, 0)
                        ON CONFLICT (account_id, symbol) DO UPDATE SET lots = paper_position.lots
                        RETURNING lots
                        """)
                .params(book.accountId(), book.symbol())
                .query(BigDecimal.class)
                .single();
    }

    private List<PaperOrder> orders(String condition, Map<String, ?> params) {
        List<PaperOrder> orders = jdbc.sql("SELECT * FROM paper_order WHERE " + condition + " ORDER BY number")
                .params(params)
                .query(JdbcPaperStore::order)
                .list();
        Map<String, List<Execution>> executions = orders.isEmpty() ? Map.of() : executions(orders);
        return orders.stream()
                .map(order -> order.with(executions.getOrDefault(order.clientOrderId(), List.of())))
                .toList();
    }

    private Map<String, List<Execution>> executions(List<PaperOrder> orders) {
        Map<String, List<Execution>> executions = new HashMap<>();
        jdbc.sql("SELECT * FROM paper_execution WHERE client_order_id IN (:ids) ORDER BY client_order_id, number")
                .param("ids", orders.stream().map(PaperOrder::clientOrderId).toList())
                .query(row -> {
                    executions
                            .computeIfAbsent(row.getString("client_order_id"), _ -> new ArrayList<>())
                            .add(execution(row));
                });
        return executions;
    }

    private void saveOrders(List<PaperOrder> orders) {
        batches.batchUpdate(
                """
                INSERT INTO paper_order
                    (client_order_id, parent_client_order_id, bracket, account_id, symbol, side, type, lots, price,
                     expires_at, reduce_only, stop_loss_price, take_profit_price, standing, triggered, cause_code,
                     cause_message, accepted_at, priced_until, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (client_order_id) DO UPDATE SET
                    standing = excluded.standing, triggered = excluded.triggered, cause_code = excluded.cause_code,
                    cause_message = excluded.cause_message, priced_until = excluded.priced_until,
                    changed_at = excluded.changed_at
                """,
                orders.stream().map(JdbcPaperStore::columns).toList());
    }

    /** Executions that are there already stay as they are. */
    private void saveExecutions(List<PaperOrder> orders) {
        List<Object[]> rows = new ArrayList<>();
        for (PaperOrder order : orders) {
            for (int number = 0; number < order.executions().size(); number++) {
                Execution execution = order.executions().get(number);
                rows.add(new Object[] {
                    execution.id(),
                    order.clientOrderId(),
                    number,
                    execution.lots().value(),
                    execution.price(),
                    execution.commission(),
                    Timestamp.from(execution.at())
                });
            }
        }
        if (!rows.isEmpty()) {
            batches.batchUpdate(
                    """
                    INSERT INTO paper_execution (id, client_order_id, number, lots, price, commission, executed_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO NOTHING
                    """,
                    rows);
        }
    }

    private static @Nullable Object[] columns(PaperOrder order) {
        OrderTerms terms = order.terms();
        Reason cause = order.cause();
        return new @Nullable Object[] {
            order.clientOrderId(),
            order.parent(),
            order.bracket(),
            order.accountId(),
            terms.symbol(),
            terms.side().name(),
            terms.type().name(),
            terms.lots().value(),
            terms.price(),
            time(terms.expiresAt()),
            terms.reduceOnly(),
            terms.protection().stopLossPrice(),
            terms.protection().takeProfitPrice(),
            order.standing().name(),
            order.triggered(),
            cause == null ? null : cause.code(),
            cause == null ? null : cause.message(),
            time(order.acceptedAt()),
            time(order.pricedUntil()),
            time(order.changedAt())
        };
    }

    /** The order of a row; its executions are in another table. */
    private static PaperOrder order(ResultSet row, int number) throws SQLException {
        OrderTerms terms = new OrderTerms(
                row.getString("symbol"),
                Side.valueOf(row.getString("side")),
                OrderType.valueOf(row.getString("type")),
                new Lots(row.getBigDecimal("lots")),
                row.getBigDecimal("price"),
                instant(row, "expires_at"),
                row.getBoolean("reduce_only"),
                new Protection(row.getBigDecimal("stop_loss_price"), row.getBigDecimal("take_profit_price")));
        String cause = row.getString("cause_code");
        return new PaperOrder(
                row.getString("client_order_id"),
                row.getString("parent_client_order_id"),
                row.getString("bracket"),
                row.getString("account_id"),
                terms,
                Standing.valueOf(row.getString("standing")),
                row.getBoolean("triggered"),
                List.of(),
                cause == null ? null : new Reason(cause, row.getString("cause_message")),
                instant(row, "accepted_at"),
                instant(row, "priced_until"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static Execution execution(ResultSet row) throws SQLException {
        return new Execution(
                row.getObject("id", UUID.class),
                new Lots(row.getBigDecimal("lots")),
                row.getBigDecimal("price"),
                row.getBigDecimal("commission"),
                row.getTimestamp("executed_at").toInstant());
    }

    private static BookKey book(ResultSet row, int number) throws SQLException {
        return new BookKey(row.getString("account_id"), row.getString("symbol"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
