package dev.tradesuite.ledger.account.store;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.ledger.account.Reconciliation;
import dev.tradesuite.ledger.account.Reconciliations;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up in one statement, so that all figures are of one moment. */
@Component
final class JdbcReconciliations implements Reconciliations {

    private final JdbcClient jdbc;

    JdbcReconciliations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Reconciliation> of(String accountId) {
        List<Row> rows = jdbc.sql(
                        """
                        WITH traded AS (
                            SELECT symbol, count(*) AS trades, sum(realised_pnl) AS pnl, sum(commission) AS commission,
                                   sum(CASE side WHEN 'BUY' THEN lots ELSE -lots END) AS lots
                              FROM trade
                             WHERE account_id = :accountId
                             GROUP BY symbol),
                        held AS (
                            SELECT symbol, CASE direction WHEN 'LONG' THEN lots ELSE -lots END AS lots
                              FROM position
                             WHERE account_id = :accountId)
                        SELECT a.id, a.currency, a.initial_balance, a.balance, symbol,
                               (SELECT sum(cash_change) FROM cash_flow f WHERE f.account_id = a.id) AS cash_flow,
                               traded.trades, traded.pnl, traded.commission, traded.lots AS traded_lots,
                               held.lots AS held_lots
                          FROM account a
                          LEFT JOIN (traded FULL JOIN held USING (symbol)) ON true
                         WHERE a.id = :accountId
                         ORDER BY symbol
                        """)
                .param("accountId", accountId)
                .query((row, _) -> new Row(row))
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(reconciliation(rows));
    }

    private static Reconciliation reconciliation(List<Row> rows) {
        Row account = rows.getFirst();
        return new Reconciliation(
                account.id,
                account.currency,
                rows.stream().mapToLong(row -> row.trades).sum(),
                account.initialBalance,
                sum(rows, row -> row.pnl),
                sum(rows, row -> row.commission),
                account.cashFlow,
                account.balance,
                false,
                rows.stream().flatMap(row -> row.line().stream()).toList());
    }

    private static BigDecimal sum(List<Row> rows, Function<Row, BigDecimal> figure) {
        return Amounts.even(rows.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** One instrument of the account; without a symbol when the account has never traded. */
    private static final class Row {

        private final String id;
        private final String currency;
        private final BigDecimal initialBalance;
        private final BigDecimal balance;
        private final BigDecimal cashFlow;
        private final @Nullable String symbol;
        private final long trades;
        private final BigDecimal pnl;
        private final BigDecimal commission;
        private final BigDecimal tradedLots;
        private final BigDecimal heldLots;

        Row(ResultSet row) throws SQLException {
            id = row.getString("id");
            currency = row.getString("currency");
            initialBalance = row.getBigDecimal("initial_balance");
            balance = row.getBigDecimal("balance");
            cashFlow = Amounts.even(orZero(row.getBigDecimal("cash_flow")));
            symbol = row.getString("symbol");
            trades = row.getLong("trades");
            pnl = orZero(row.getBigDecimal("pnl"));
            commission = orZero(row.getBigDecimal("commission"));
            tradedLots = orZero(row.getBigDecimal("traded_lots"));
            heldLots = orZero(row.getBigDecimal("held_lots"));
        }

        Optional<Reconciliation.Line> line() {
            return symbol == null
                    ? Optional.empty()
                    : Optional.of(new Reconciliation.Line(symbol, tradedLots, heldLots, null));
        }

        /**
         * The sum of nothing: an instrument that was never traded, or is not held, or had no lots closed; or no cash
         * flow.
         */
        private static BigDecimal orZero(@Nullable BigDecimal sum) {
            return sum == null ? BigDecimal.ZERO : sum;
        }
    }
}
