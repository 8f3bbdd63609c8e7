package dev.tradesuite.ledger.performance.store;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.ledger.account.Span;
import dev.tradesuite.ledger.performance.EquityLines;
import dev.tradesuite.ledger.performance.WorthPoint;
import dev.tradesuite.support.store.TimeColumns;
import dev.tradesuite.support.store.UnitOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Points in the tables {@code account_equity_5m}, {@code _1h} and {@code _1d}, which are written with the books. */
@Component
final class JdbcEquityLines implements EquityLines {

    private final JdbcClient jdbc;
    private final UnitOfWork unitOfWork;

    JdbcEquityLines(JdbcClient jdbc, UnitOfWork unitOfWork) {
        this.jdbc = jdbc;
        this.unitOfWork = unitOfWork;
    }

    @Override
    public List<WorthPoint> points(String accountId, EquityResolution resolution, Span span) {
        return jdbc.sql(
                        """
                        SELECT *
                          FROM (SELECT *, max(growth) OVER (ORDER BY bucket) AS peak_growth
                                  FROM %s
                                 WHERE account_id = :account AND at < :to) line
                         WHERE at >= :from
                         ORDER BY bucket DESC
                         LIMIT :limit
                        """
                                .formatted(table(resolution)))
                .param("account", accountId)
                .param("from", span.from().map(TimeColumns::of).orElse(OffsetDateTime.MIN))
                .param("to", span.to().map(TimeColumns::of).orElse(OffsetDateTime.MAX))
                .param("limit", span.limit())
                .query((row, _) -> point(row, number(row, "peak_growth")))
                .list()
                .reversed();
    }

    @Override
    public Optional<WorthPoint> lastUntil(String accountId, EquityResolution resolution, Instant moment) {
        return jdbc.sql(
                        """
                        SELECT *
                          FROM %s
                         WHERE account_id = :account AND bucket <= :moment AND at <= :moment
                         ORDER BY bucket DESC
                         LIMIT 1
                        """
                                .formatted(table(resolution)))
                .param("account", accountId)
                .param("moment", TimeColumns.of(moment))
                .query((row, _) -> point(row, null))
                .optional();
    }

    @Override
    public Optional<WorthPoint> opening(String accountId) {
        return jdbc.sql(
                        """
                        SELECT opened_at AS at, label, initial_balance AS balance, 0 AS net_cash_flow,
                               0 AS floating_pnl, CAST(1 AS double precision) AS growth
                          FROM account
                         WHERE id = :account
                           AND EXISTS (SELECT
                                         FROM account_equity_1d
                                        WHERE account_id = :account
                                          AND bucket = date_bin('1 day', opened_at, TIMESTAMPTZ '1970-01-01Z'))
                        """)
                .param("account", accountId)
                .query((row, _) -> point(row, null))
                .optional();
    }

    @Override
    public void ensureRoom(Instant from, Instant to) {
        jdbc.sql("SELECT ensure_equity_partitions(:from::timestamptz::date, :to::timestamptz::date)::text")
                .param("from", TimeColumns.of(from))
                .param("to", TimeColumns.of(to))
                .query(String.class)
                .optional();
    }

    @Override
    public void forget(Instant fiveMinutesBefore, Instant hoursBefore) {
        unitOfWork.relaxed(() -> jdbc.sql(
                        """
                        WITH hours AS (DELETE FROM account_equity_1h WHERE bucket < :hours)
                        DELETE FROM account_equity_5m WHERE bucket < :five
                        """)
                .param("hours", TimeColumns.of(hoursBefore))
                .param("five", TimeColumns.of(fiveMinutesBefore))
                .update());
    }

    private static String table(EquityResolution resolution) {
        return switch (resolution) {
            case POINTS -> "account_equity_5m";
            case HOURS -> "account_equity_1h";
            case DAYS -> "account_equity_1d";
        };
    }

    private static WorthPoint point(ResultSet row, @Nullable Double peakGrowth) throws SQLException {
        return new WorthPoint(
                TimeColumns.instant(row, "at"),
                RunLabel.valueOf(row.getString("label")),
                row.getBigDecimal("balance"),
                row.getBigDecimal("net_cash_flow"),
                row.getBigDecimal("floating_pnl"),
                number(row, "growth"),
                peakGrowth);
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }
}
