package dev.tradesuite.benchmarks.faults;

import dev.tradesuite.benchmarks.faults.check.Books;
import dev.tradesuite.benchmarks.faults.check.Books.DeadLetter;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the books of every service in one transaction, so that they are of one moment. */
final class BooksReader {

    private static final String ENDED = "('FILLED', 'DENIED', 'REJECTED', 'CANCELLED', 'EXPIRED')";

    private BooksReader() {}

    static Books read(Connection connection, List<DeadLetter> deadLetters) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        Table table = new Table(connection);
        Books books = new Books(
                table.rows(
                        """
                        SELECT a.id, a.initial_balance, a.balance, a.sequence, r.sequence
                        FROM ledger.account a LEFT JOIN risk.account r ON r.id = a.id""",
                        row -> new Books.Account(
                                row.getString(1),
                                row.getBigDecimal(2),
                                row.getBigDecimal(3),
                                row.getLong(4),
                                row.getObject(5, Long.class))),
                table.rows(
                        "SELECT flow_id, account_id, cash_change FROM ledger.cash_flow",
                        row -> new Books.CashFlow(uuid(row, 1), row.getString(2), row.getBigDecimal(3))),
                table.rows(
                        """
                        SELECT fill_id, order_id, account_id, symbol, side = 'BUY', lots, price,
                               coalesce(realised_pnl, 0), commission
                        FROM ledger.trade""",
                        row -> new Books.Trade(
                                uuid(row, 1),
                                uuid(row, 2),
                                row.getString(3),
                                row.getString(4),
                                row.getBoolean(5),
                                row.getBigDecimal(6),
                                row.getBigDecimal(7),
                                row.getBigDecimal(8),
                                row.getBigDecimal(9))),
                table.rows(
                        "SELECT account_id, symbol, CASE direction WHEN 'LONG' THEN lots ELSE -lots END FROM"
                                + " ledger.position",
                        BooksReader::signedLots),
                table.rows(
                        "SELECT account_id, symbol, lots FROM ledger.strategy_holding WHERE lots <> 0",
                        BooksReader::signedLots),
                table.rows(
                        "SELECT account_id, symbol, lots FROM orchestrator.paper_position WHERE lots <> 0",
                        BooksReader::signedLots),
                table.rows(
                        """
                        SELECT id, client_order_id, account_id, status, filled_lots,
                               parent_order_id IS NULL AND replaces_order_id IS NULL
                        FROM orchestrator.trade_order""",
                        row -> new Books.Order(
                                uuid(row, 1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBigDecimal(5),
                                row.getBoolean(6))),
                table.rows(
                        "SELECT id, order_id, lots, price, commission FROM orchestrator.order_fill",
                        row -> new Books.Fill(
                                uuid(row, 1),
                                uuid(row, 2),
                                row.getBigDecimal(3),
                                row.getBigDecimal(4),
                                row.getBigDecimal(5))),
                table.rows(
                        "SELECT id, client_order_id, lots FROM orchestrator.paper_execution",
                        row -> new Books.Execution(uuid(row, 1), row.getString(2), row.getBigDecimal(3))),
                table.rows(
                        """
                        SELECT r.order_id, r.account_id, r.held, coalesce(o.status, p.status),
                               coalesce(o.status IN ENDED, p.status <> 'NEW', false)
                        FROM risk.reservation r
                        LEFT JOIN orchestrator.trade_order o ON o.id = r.order_id
                        LEFT JOIN ledger.portfolio_order p ON p.id = r.order_id
                        WHERE r.held > 0"""
                                .replace("ENDED", ENDED),
                        row -> new Books.Held(
                                uuid(row, 1),
                                row.getString(2),
                                row.getBigDecimal(3),
                                row.getString(4),
                                row.getBoolean(5))),
                table.rows(
                        "SELECT id, initial_balance, cash FROM ledger.portfolio",
                        row -> new Books.Portfolio(row.getLong(1), row.getBigDecimal(2), row.getBigDecimal(3))),
                table.rows(
                        "SELECT portfolio_id, market_id, id FROM ledger.market_position WHERE status = 'OPEN'",
                        row -> new Books.OpenMarket(row.getLong(1), row.getString(2), uuid(row, 3))),
                table.rows(
                        "SELECT id, portfolio_id, cash_change FROM ledger.market_trade",
                        row -> new Books.MarketTrade(uuid(row, 1), row.getLong(2), row.getBigDecimal(3))),
                unsent(table),
                deadLetters);
        connection.rollback();
        return books;
    }

    private static List<Books.Unsent> unsent(Table table) throws SQLException {
        List<Books.Unsent> unsent = new ArrayList<>();
        List<String> schemas = table.rows(
                "SELECT schemaname FROM pg_tables WHERE tablename = 'event_publication' ORDER BY 1",
                row -> row.getString(1));
        for (String schema : schemas) {
            unsent.addAll(table.rows(
                    "SELECT topic, id FROM \"%s\".event_publication".formatted(schema),
                    row -> new Books.Unsent(schema, row.getString(1), uuid(row, 2))));
        }
        return unsent;
    }

    private static Books.SignedLots signedLots(ResultSet row) throws SQLException {
        BigDecimal lots = row.getBigDecimal(3);
        return new Books.SignedLots(row.getString(1), row.getString(2), lots);
    }

    private static UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** Makes something of a row. */
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Asks in one transaction. */
    private record Table(Connection connection) {

        <T> List<T> rows(String query, Row<T> reading) throws SQLException {
            List<T> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(query)) {
                while (result.next()) {
                    rows.add(reading.of(result));
                }
            }
            return rows;
        }
    }
}
