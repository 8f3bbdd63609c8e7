package dev.tradesuite.benchmarks.flow.front;

import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import dev.tradesuite.support.Ids;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what an execute leaves behind, and computes nothing: the same rows in copies of the same tables, in the same
 * transactions, one plain statement after another. What this takes, every execute takes at least.
 *
 * <p>Left out is what comes after the answer: the event on its way, the books, and risk taking them in.
 */
public final class ExecuteRows {

    private static final String SCHEMA = SuiteDatabase.SCHEMA + ".";
    private static final String ACCOUNT = "rows";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    public ExecuteRows(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Statements that make the tables.
     *
     * @param account an account risk-service knows; its row is copied
     */
    public static List<String> tables(String account) {
        Stream<String> copies = Stream.of(
                        "orchestrator.idempotency_key",
                        "orchestrator.decision",
                        "orchestrator.trade_order",
                        "orchestrator.order_fill",
                        "orchestrator.paper_position",
                        "orchestrator.paper_order",
                        "orchestrator.paper_execution",
                        "orchestrator.event_publication",
                        "risk.account",
                        "risk.reservation")
                .map(table -> "create table %s%s (like %s including all)"
                        .formatted(SCHEMA, table.substring(table.indexOf('.') + 1), table));
        Stream<String> rows = Stream.of(
                "insert into %saccount select * from risk.account where id = '%s'".formatted(SCHEMA, account),
                "update %saccount set id = '%s'".formatted(SCHEMA, ACCOUNT));
        return Stream.concat(copies, rows).toList();
    }

    /** Writes the rows of one execute. */
    void write(String document) {
        UUID id = Ids.next();
        jdbc.queryForList(
                sql("select fingerprint, answer from #idempotency_key where client = 'cli' and key = ?"), key(id));
        open(id, document);
        reserve(id);
        fill(id, document);
    }

    private void open(UUID id, String document) {
        transactions.executeWithoutResult(_ -> {
            jdbc.execute("set local synchronous_commit = off");
            update(
                    """
                    insert into #idempotency_key (client, key, fingerprint, subject, created_at)
                    values ('cli', ?, ?, ?, now()) on conflict (client, key) do nothing""",
                    key(id),
                    "0".repeat(64),
                    id);
            update(
                    """
                    insert into #decision
                        (id, account_id, symbol, decision, label, draft, ordered, requested_at, document)
                    values (?, 'rows', 'EURUSD', 'REJECT', 'PAPER', true, true, now(), ?::json)""",
                    id,
                    document);
            order(id, "NEW");
        });
    }

    private void reserve(UUID id) {
        transactions.executeWithoutResult(_ -> {
            jdbc.queryForList(sql("select * from #account where id = ? for update"), ACCOUNT);
            jdbc.queryForList(sql("select * from #reservation where account_id = ? and held > 0"), ACCOUNT);
            update(
                    "update #account set reserved_loss = reserved_loss + 0, version = version + 1 where id = ?",
                    ACCOUNT);
            update(
                    """
                    insert into #reservation
                        (order_id, account_id, symbol, side, lots, reduces, loss, margin, value, filled, booked, status,
                         held, held_loss, held_margin, held_value, created_at, changed_at, asked_at)
                    values (?, ?, 'EURUSD', 'BUY', 0.2, false, 100, 433.4, 21670, 0, 0, 'RELEASED',
                        0, 0, 0, 0, now(), now(), now())""",
                    id,
                    ACCOUNT);
        });
    }

    private void fill(UUID id, String document) {
        transactions.executeWithoutResult(_ -> {
            jdbc.queryForList(
                    sql(
                            """
                    insert into #paper_position (account_id, symbol, lots) values (?, 'EURUSD', 0)
                    on conflict (account_id, symbol) do update set lots = paper_position.lots returning lots"""),
                    ACCOUNT);
            jdbc.queryForList(
                    sql("select * from #paper_order where symbol = 'EURUSD' and account_id = ? and status ="
                            + " 'WORKING'"),
                    ACCOUNT);
            jdbc.batchUpdate(
                    sql(
                            """
                            insert into #paper_order
                                (client_order_id, account_id, symbol, side, type, lots, time_in_force, reduce_only,
                                 status, triggered, accepted_at, changed_at)
                            values (?, ?, 'EURUSD', 'BUY', 'MARKET', 0.2, 'GTC', false,
                                    'FILLED', false, now(), now())"""),
                    List.of(new Object[] {key(id), ACCOUNT}, new Object[] {key(id) + "-SL1", ACCOUNT}));
            update(
                    """
                    insert into #paper_execution (id, client_order_id, number, lots, price, commission, executed_at)
                    values (?, ?, 0, 0.2, 1.0835, 0, now())""",
                    id,
                    key(id));
            update("update #paper_position set lots = 0.2 where account_id = ? and symbol = 'EURUSD'", ACCOUNT);
            jdbc.queryForList(sql("select * from #trade_order where client_order_id = ? for update"), key(id));
            update(
                    """
                    insert into #event_publication
                        (id, owner, topic, key, value)
                    values (?, ?, 'orders.events', 'main', ?)""",
                    id,
                    id,
                    document.substring(0, Math.min(1000, document.length())));
            update("update #decision set draft = false, document = ?::json where id = ?", document, id);
            update(
                    """
                    insert into #event_publication
                        (id, owner, topic, key, value)
                    values (?, ?, 'orders.events', 'main', ?)""",
                    Ids.next(),
                    id,
                    document.substring(0, Math.min(500, document.length())));
            update(
                    """
                    insert into #order_fill
                        (id, order_id, number, lots, price, commission, conversion_rate, conversion_prices,
                         conversion_stale, filled_at)
                    values (?, ?, 0, 0.2, 1.0835, 0, 1, '{}', false, now())""",
                    id,
                    id);
            order(Ids.next(), "SUBMITTED");
            update(
                    """
                    update #trade_order
                    set status = 'FILLED', filled_lots = lots, history = ?::jsonb, version = version + 1
                    where id = ?""",
                    "[{\"status\":\"NEW\"},{\"status\":\"RESERVED\"},{\"status\":\"SUBMITTED\"},{\"status\":\"FILLED\"}]",
                    id);
        });
    }

    private void order(UUID id, String status) {
        update(
                """
                insert into #trade_order
                    (id, client_order_id, account_id, account_currency, broker, label, symbol, side, type, lots,
                     filled_lots, time_in_force, reduce_only, stop_loss_price, market_price, leverage,
                     conversion_prices, status, history, updated_at, version)
                values (?, ?, ?, 'USD', 'paper', 'PAPER', 'EURUSD', 'BUY', 'MARKET', 0.2,
                    0, 'GTC', false, 1.0785, 1.0835, 1, '{}', ?, '[]', now(), 0)""",
                id,
                key(id),
                ACCOUNT,
                status);
    }

    private void update(String statement, Object... parameters) {
        jdbc.update(sql(statement), parameters);
    }

    private static String sql(String statement) {
        return statement.replace("#", SCHEMA);
    }

    private static String key(UUID id) {
        return "ts-" + id;
    }
}
