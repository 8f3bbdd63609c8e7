package dev.tradesuite.ledger.account.store;

import dev.tradesuite.contracts.ledger.EquityPoint.Cause;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.ledger.account.AccountSettings;
import dev.tradesuite.ledger.account.EquityHistory;
import dev.tradesuite.ledger.account.EquityPoint;
import dev.tradesuite.ledger.account.Span;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Equity points in the table {@code account_equity}.
 *
 * <p>An account has one point for each sequence number, so the number of the newest says which are too old to keep;
 * they are deleted many at a time.
 */
@Component
final class JdbcEquityHistory implements EquityHistory {

    private static final int DELETED_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final long pointsKept;

    /** An account keeps at least as many points as the settings say; up to 1,000 more before the oldest are deleted. */
    JdbcEquityHistory(JdbcClient jdbc, AccountSettings settings) {
        this.jdbc = jdbc;
        this.pointsKept = settings.equityPointsKept();
    }

    @Override
    public void add(String accountId, EquityPoint point) {
        jdbc.sql(
                        """
                        INSERT INTO account_equity (account_id, sequence, at, cause, label, balance, net_cash_flow,
                                                    floating_pnl, margin_used, equity_at)
                        VALUES (:accountId, :sequence, :at, :cause, :label, :balance, :netCashFlow,
                                :floatingPnl, :marginUsed, :equityAt)
                        """)
                .param("accountId", accountId)
                .param("sequence", point.sequence())
                .param("at", TimeColumns.of(point.at()))
                .param("cause", point.cause().name())
                .param("label", point.label().name())
                .param("balance", point.balance())
                .param("netCashFlow", point.netCashFlow())
                .param("floatingPnl", point.floatingPnl())
                .param("marginUsed", point.marginUsed())
                .param("equityAt", TimeColumns.of(point.equityAt()))
                .update();
        if (point.sequence() % DELETED_AT_ONCE == 0) {
            deleteUpTo(accountId, point.sequence() - pointsKept);
        }
    }

    private void deleteUpTo(String accountId, long sequence) {
        jdbc.sql("DELETE FROM account_equity WHERE account_id = :accountId AND sequence <= :sequence")
                .param("accountId", accountId)
                .param("sequence", sequence)
                .update();
    }

    @Override
    public List<EquityPoint> points(String accountId, Span span) {
        return jdbc.sql(
                        """
                        SELECT sequence, at, cause, label, balance, net_cash_flow, floating_pnl, margin_used, equity_at
                          FROM account_equity
                         WHERE account_id = :accountId
                           AND at >= :from
                           AND at < :to
                         ORDER BY at DESC, sequence DESC
                         LIMIT :limit
                        """)
                .param("accountId", accountId)
                .params(SpanParams.of(span))
                .query((row, _) -> point(row))
                .list()
                .reversed();
    }

    private static EquityPoint point(ResultSet row) throws SQLException {
        return new EquityPoint(
                row.getLong("sequence"),
                TimeColumns.instant(row, "at"),
                Cause.valueOf(row.getString("cause")),
                RunLabel.valueOf(row.getString("label")),
                row.getBigDecimal("balance"),
                row.getBigDecimal("net_cash_flow"),
                row.getBigDecimal("floating_pnl"),
                row.getBigDecimal("margin_used"),
                TimeColumns.instant(row, "equity_at"));
    }
}
