package dev.tradesuite.ledger.account.store;

import dev.tradesuite.ledger.account.EquityHistory;
import dev.tradesuite.ledger.account.EquityPoint;
import dev.tradesuite.ledger.account.Span;
import dev.tradesuite.ledger.position.Label;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
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

    /** @param pointsKept points an account keeps at least; up to 1,000 more are there before the oldest are deleted */
    JdbcEquityHistory(JdbcClient jdbc, @Value("${suite.ledger.equity-points-kept}") long pointsKept) {
        this.jdbc = jdbc;
        this.pointsKept = pointsKept;
    }

    @Override
    public void add(String accountId, EquityPoint point) {
        jdbc.sql(
                        """
                        insert into account_equity (account_id, sequence, at, cause, label, balance, floating_pnl,
                                                    margin_used, equity_at)
                        values (:accountId, :sequence, :at, :cause, :label, :balance, :floatingPnl,
                                :marginUsed, :equityAt)
                        """)
                .param("accountId", accountId)
                .param("sequence", point.sequence())
                .param("at", point.at().atOffset(ZoneOffset.UTC))
                .param("cause", point.cause().name())
                .param("label", point.label().name())
                .param("balance", point.balance())
                .param("floatingPnl", point.floatingPnl())
                .param("marginUsed", point.marginUsed())
                .param("equityAt", point.equityAt().atOffset(ZoneOffset.UTC))
                .update();
        if (point.sequence() % DELETED_AT_ONCE == 0) {
            deleteUpTo(accountId, point.sequence() - pointsKept);
        }
    }

    private void deleteUpTo(String accountId, long sequence) {
        jdbc.sql("delete from account_equity where account_id = :accountId and sequence <= :sequence")
                .param("accountId", accountId)
                .param("sequence", sequence)
                .update();
    }

    @Override
    public List<EquityPoint> points(String accountId, Span span) {
        return jdbc.sql(
                        """
                        select sequence, at, cause, label, balance, floating_pnl, margin_used, equity_at
                          from account_equity
                         where account_id = :accountId
                           and at >= :from
                           and at < :to
                         order by at desc, sequence desc
                         limit :limit
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
                instant(row, "at"),
                EquityPoint.Cause.valueOf(row.getString("cause")),
                Label.valueOf(row.getString("label")),
                row.getBigDecimal("balance"),
                row.getBigDecimal("floating_pnl"),
                row.getBigDecimal("margin_used"),
                instant(row, "equity_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
