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
 * they are deleted many at a time. The last point of every five minutes, hour and day is written with it into a table
 * of its own, which keeps it for longer.
 */
@Component
final class JdbcEquityHistory implements EquityHistory {

    private static final int DELETED_AT_ONCE = 1_000;

    /** A line of the last points of stretches; the names are those of its table and of the length of its stretches. */
    private static final String LAST_OF =
            """
            INSERT INTO account_equity_%1$s (account_id, bucket, at, sequence, label, balance, net_cash_flow,
                                             floating_pnl, margin_used, growth)
            SELECT account_id, date_bin('%2$s', at, TIMESTAMPTZ '1970-01-01Z'), at, sequence, label, balance,
                   net_cash_flow, floating_pnl, margin_used, growth
              FROM point
            ON CONFLICT (account_id, bucket) DO UPDATE SET
                at = excluded.at, sequence = excluded.sequence, label = excluded.label, balance = excluded.balance,
                net_cash_flow = excluded.net_cash_flow, floating_pnl = excluded.floating_pnl,
                margin_used = excluded.margin_used, growth = excluded.growth
            """;

    /** One statement for the point and the last points it becomes; the account is locked, so none comes in between. */
    private static final String ADD =
            """
            WITH before AS (
                SELECT balance + floating_pnl AS equity, net_cash_flow, growth
                  FROM account_equity
                 WHERE account_id = :accountId
                 ORDER BY sequence DESC
                 LIMIT 1),
            point AS (
                INSERT INTO account_equity (account_id, sequence, at, cause, label, balance, net_cash_flow,
                                            floating_pnl, margin_used, equity_at, growth)
                SELECT CAST(:accountId AS text), CAST(:sequence AS bigint), CAST(:at AS timestamptz),
                       CAST(:cause AS text), CAST(:label AS text), CAST(:balance AS numeric),
                       CAST(:netCashFlow AS numeric), CAST(:floatingPnl AS numeric), CAST(:marginUsed AS numeric),
                       CAST(:equityAt AS timestamptz),
                       CASE WHEN b.equity IS NULL THEN 1
                            WHEN b.equity > 0
                                THEN b.growth * (CAST(:balance AS numeric) + CAST(:floatingPnl AS numeric)
                                                 - CAST(:netCashFlow AS numeric) + b.net_cash_flow) / b.equity
                       END
                  FROM (SELECT) one
                  LEFT JOIN before b ON true
                RETURNING *),
            five_minutes AS (%s),
            hours AS (%s)
            %s
            """
                    .formatted(
                            LAST_OF.formatted("5m", "5 minutes"),
                            LAST_OF.formatted("1h", "1 hour"),
                            LAST_OF.formatted("1d", "1 day"));

    private final JdbcClient jdbc;
    private final long pointsKept;

    /** An account keeps at least as many points as the settings say; up to 1,000 more before the oldest are deleted. */
    JdbcEquityHistory(JdbcClient jdbc, AccountSettings settings) {
        this.jdbc = jdbc;
        this.pointsKept = settings.equityPointsKept();
    }

    @Override
    public void add(String accountId, EquityPoint point) {
        jdbc.sql(ADD)
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
