package dev.tradesuite.orchestrator.order.store;

import static dev.tradesuite.support.store.TimeColumns.instant;
import static dev.tradesuite.support.store.TimeColumns.instantOrNull;

import dev.tradesuite.broker.BrokerExecution;
import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.Protection;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.broker.paper.PaperBookOrder;
import dev.tradesuite.broker.paper.PaperState;
import dev.tradesuite.broker.paper.PaperStore;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.support.store.TimeColumns;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code paper_position}, {@code paper_order} and {@code paper_execution}. */
@Component
final class JdbcPaperStore implements PaperStore {

    private static final TypeReference<List<ExecutionRow>> EXECUTIONS = new TypeReference<>() {};

    private static final TypeReference<Map<String, BigDecimal>> HOLDINGS = new TypeReference<>() {};

    private static final String READ =
            """
            SELECT o.*, (SELECT jsonb_agg(to_jsonb(e) ORDER BY e.number) FROM paper_execution e
                         WHERE e.client_order_id = o.client_order_id) AS executions
            FROM paper_order o WHERE\
            """;

    /** Working orders of a book, and all legs of their brackets. */
    private static final String WORKING =
            """
             client_order_id IN (
                SELECT client_order_id FROM paper_order
                WHERE symbol = :symbol AND account_id = :account AND status = 'WORKING'
                UNION
                SELECT leg.client_order_id FROM paper_order working JOIN paper_order leg ON leg.bracket = working.bracket
                WHERE working.symbol = :symbol AND working.account_id = :account AND working.status = 'WORKING'
                UNION
                SELECT unnest(:asked))
            ORDER BY number
            """;

    /** Rows come as JSON by the names of the columns. Executions that are there already stay as they are. */
    private static final String SAVE =
            """
            WITH held AS (
                UPDATE paper_position SET lots = :lots, holdings = CAST(:holdings AS jsonb)
                WHERE account_id = :account AND symbol = :symbol),
            stored AS (
                INSERT INTO paper_order
                    (client_order_id, parent_client_order_id, bracket, account_id, strategy, symbol, side, type, lots,
                     limit_price, stop_price, time_in_force, expires_at, trailing_pips, reduce_only, stop_loss_price,
                     take_profit_price, protection_trailing_pips, status, triggered, cause_code, cause_message,
                     accepted_at, priced_until, changed_at)
                SELECT client_order_id, parent_client_order_id, bracket, account_id, strategy, symbol, side, type, lots,
                     limit_price, stop_price, time_in_force, expires_at, trailing_pips, reduce_only, stop_loss_price,
                     take_profit_price, protection_trailing_pips, status, triggered, cause_code, cause_message,
                     accepted_at, priced_until, changed_at
                FROM jsonb_populate_recordset(NULL::paper_order, CAST(:orders AS jsonb))
                ON CONFLICT (client_order_id) DO UPDATE SET
                    lots = excluded.lots, stop_price = excluded.stop_price, status = excluded.status,
                    triggered = excluded.triggered,
                    cause_code = excluded.cause_code, cause_message = excluded.cause_message,
                    priced_until = excluded.priced_until, changed_at = excluded.changed_at)
            INSERT INTO paper_execution
            SELECT * FROM jsonb_populate_recordset(NULL::paper_execution, CAST(:executions AS jsonb))
            ON CONFLICT (id) DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final UnitOfWork work;
    private final JsonMapper json;

    JdbcPaperStore(JdbcClient jdbc, UnitOfWork work, JsonMapper json) {
        this.jdbc = jdbc;
        this.work = work;
        this.json = json;
    }

    @Override
    public <T> T together(Supplier<T> together) {
        return work.relaxed(together);
    }

    /** The row of the position is the lock of the book; the orders are read by a statement that begins after it. */
    @Override
    public PaperState lock(BookKey book, Collection<String> clientOrderIds) {
        HeldLots held = jdbc.sql(
                        """
                        INSERT INTO paper_position (account_id, symbol, lots) VALUES (:account, :symbol, 0)
                        ON CONFLICT (account_id, symbol) DO UPDATE SET lots = paper_position.lots
                        RETURNING holdings
                        """)
                .param("account", book.accountId())
                .param("symbol", book.symbol())
                .query((row, _) -> held(row))
                .single();
        return new PaperState(
                held,
                jdbc.sql(READ + WORKING)
                        .param("account", book.accountId())
                        .param("symbol", book.symbol())
                        .param("asked", clientOrderIds.toArray(String[]::new))
                        .query((row, _) -> order(row))
                        .list());
    }

    @Override
    public void save(BookKey book, HeldLots held, List<PaperBookOrder> changed, List<PaperBookOrder> priced) {
        List<Map<String, @Nullable Object>> orders = new ArrayList<>();
        List<ExecutionRow> executions = new ArrayList<>();
        for (PaperBookOrder order : changed) {
            orders.add(row(order));
            for (int number = 0; number < order.executions().size(); number++) {
                executions.add(ExecutionRow.of(order, number));
            }
        }
        priced.forEach(order -> orders.add(row(order)));
        jdbc.sql(SAVE)
                .param("account", book.accountId())
                .param("symbol", book.symbol())
                .param("lots", held.position())
                .param("holdings", json.writeValueAsString(held.byHolder()))
                .param("orders", json.writeValueAsString(orders))
                .param("executions", json.writeValueAsString(executions))
                .update();
    }

    @Override
    public List<PaperBookOrder> find(String accountId, Collection<String> clientOrderIds) {
        return jdbc.sql(
                        READ
                                + """
                                 account_id = :account
                                AND (client_order_id = ANY (:asked) OR parent_client_order_id = ANY (:asked))
                                ORDER BY number
                                """)
                .param("account", accountId)
                .param("asked", clientOrderIds.toArray(String[]::new))
                .query((row, _) -> order(row))
                .list();
    }

    @Override
    public HeldLots held(BookKey book) {
        return jdbc.sql("SELECT holdings FROM paper_position WHERE account_id = :account AND symbol = :symbol")
                .param("account", book.accountId())
                .param("symbol", book.symbol())
                .query((row, _) -> held(row))
                .optional()
                .orElse(HeldLots.NONE);
    }

    private HeldLots held(ResultSet row) throws SQLException {
        return new HeldLots(json.readValue(row.getString("holdings"), HOLDINGS));
    }

    @Override
    public boolean waitsFor(String symbol) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM paper_order WHERE symbol = :symbol AND status = 'WORKING')")
                .param("symbol", symbol)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<BookKey> waitingFor(String symbol) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT account_id, symbol FROM paper_order
                        WHERE symbol = :symbol AND status = 'WORKING' ORDER BY account_id
                        """)
                .param("symbol", symbol)
                .query(JdbcPaperStore::book)
                .list();
    }

    @Override
    public List<BookKey> expiring(Instant now) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT account_id, symbol FROM paper_order
                        WHERE status = 'WORKING' AND expires_at <= :now ORDER BY account_id, symbol
                        """)
                .param("now", TimeColumns.of(now))
                .query(JdbcPaperStore::book)
                .list();
    }

    @Override
    public int forgetEndedBefore(Instant moment) {
        return jdbc.sql(
                        """
                        DELETE FROM paper_order WHERE client_order_id IN (
                            SELECT o.client_order_id FROM paper_order o
                            WHERE o.changed_at < :moment AND o.status <> 'WORKING'
                              AND NOT EXISTS (SELECT 1 FROM paper_order leg
                                              WHERE leg.parent_client_order_id = o.client_order_id)
                              AND NOT EXISTS (SELECT 1 FROM paper_order leg
                                              WHERE leg.bracket = o.bracket AND leg.status = 'WORKING')
                            ORDER BY o.changed_at LIMIT 1000)
                        """)
                .param("moment", TimeColumns.of(moment))
                .update();
    }

    private static Map<String, @Nullable Object> row(PaperBookOrder order) {
        TradeTerms terms = order.terms();
        Reason cause = order.cause();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("client_order_id", order.clientOrderId());
        row.put("parent_client_order_id", order.parent());
        row.put("bracket", order.bracket());
        row.put("account_id", order.accountId());
        row.put("strategy", order.strategy());
        row.put("symbol", terms.symbol());
        row.put("side", terms.side());
        row.put("type", terms.type().name());
        row.put("lots", terms.lots().value());
        row.put("limit_price", terms.limitPrice());
        row.put("stop_price", terms.stopPrice());
        row.put("time_in_force", terms.timeInForce().name());
        row.put("expires_at", terms.expiresAt());
        row.put("trailing_pips", pips(terms.trailingStop()));
        row.put("reduce_only", terms.reduceOnly());
        row.put("stop_loss_price", terms.protection().stopLossPrice());
        row.put("take_profit_price", terms.protection().takeProfitPrice());
        row.put("protection_trailing_pips", pips(terms.protection().trailingStop()));
        row.put("status", order.status().name());
        row.put("triggered", order.triggered());
        row.put("cause_code", cause == null ? null : cause.code());
        row.put("cause_message", cause == null ? null : cause.message());
        row.put("accepted_at", order.acceptedAt());
        row.put("priced_until", order.pricedUntil());
        row.put("changed_at", order.changedAt());
        return row;
    }

    private PaperBookOrder order(ResultSet row) throws SQLException {
        String cause = row.getString("cause_code");
        String executions = row.getString("executions");
        return new PaperBookOrder(
                row.getString("client_order_id"),
                row.getString("parent_client_order_id"),
                row.getString("bracket"),
                row.getString("account_id"),
                row.getString("strategy"),
                terms(row),
                BrokerOrderStatus.valueOf(row.getString("status")),
                row.getBoolean("triggered"),
                executions == null
                        ? List.of()
                        : json.readValue(executions, EXECUTIONS).stream()
                                .map(ExecutionRow::execution)
                                .toList(),
                cause == null ? null : new Reason(cause, row.getString("cause_message")),
                instantOrNull(row, "accepted_at"),
                instantOrNull(row, "priced_until"),
                instant(row, "changed_at"));
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

    private static BookKey book(ResultSet row, int number) throws SQLException {
        return new BookKey(row.getString("account_id"), row.getString("symbol"));
    }

    private static @Nullable BigDecimal pips(@Nullable Pips distance) {
        return distance == null ? null : distance.value();
    }

    private static @Nullable Pips pips(@Nullable BigDecimal distance) {
        return distance == null ? null : new Pips(distance);
    }

    /** A row of {@code paper_execution}. */
    private record ExecutionRow(
            UUID id,
            String clientOrderId,
            int number,
            BigDecimal lots,
            BigDecimal price,
            BigDecimal commission,
            Instant executedAt) {

        static ExecutionRow of(PaperBookOrder order, int number) {
            BrokerExecution execution = order.executions().get(number);
            return new ExecutionRow(
                    execution.id(),
                    order.clientOrderId(),
                    number,
                    execution.lots().value(),
                    execution.price(),
                    execution.commission(),
                    execution.at());
        }

        BrokerExecution execution() {
            return new BrokerExecution(id, new Lots(lots), price, commission, executedAt);
        }
    }
}
