package dev.tradesuite.ledger.performance.store;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.ledger.performance.ClosedOutcomes;
import dev.tradesuite.ledger.performance.ClosedTrip;
import dev.tradesuite.ledger.performance.TripFilter;
import dev.tradesuite.support.store.TimeColumns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closed positions from the table {@code market_position}, with the costs of their trades. */
@Component
final class JdbcClosedOutcomes implements ClosedOutcomes {

    private static final UUID LAST_ID = new UUID(-1L, -1L);

    private final JdbcClient jdbc;

    JdbcClosedOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ClosedTrip> list(
            long portfolioId, String strategy, TripFilter filter, Optional<Place> after, int most) {
        if (filter.strategy().map(strategy::equals).orElse(true)) {
            return jdbc.sql(
                            """
                            SELECT p.*, t.costs, t.sold_by
                              FROM (SELECT *
                                      FROM market_position
                                     WHERE portfolio_id = :portfolio AND status <> 'OPEN'
                                       AND closed_at >= :from AND closed_at < :to
                                       AND (closed_at, id) < (:after, CAST(:afterId AS uuid))
                                       AND (CAST(:market AS text) IS NULL OR market_id = :market)
                                     ORDER BY closed_at DESC, id DESC
                                     LIMIT :most) p
                             CROSS JOIN LATERAL (
                                   SELECT coalesce(sum(costs), 0) AS costs,
                                          (array_agg(order_id) FILTER (WHERE kind = 'SELL'))[1] AS sold_by
                                     FROM market_trade WHERE position_id = p.id) t
                             ORDER BY p.closed_at DESC, p.id DESC
                            """)
                    .param("portfolio", portfolioId)
                    .param("from", filter.from().map(TimeColumns::of).orElse(OffsetDateTime.MIN))
                    .param("to", filter.to().map(TimeColumns::of).orElse(OffsetDateTime.MAX))
                    .param(
                            "after",
                            after.map(place -> TimeColumns.of(place.at())).orElse(OffsetDateTime.MAX))
                    .param("afterId", after.map(Place::id).orElse(LAST_ID))
                    .param("market", filter.symbol().orElse(null))
                    .param("most", most)
                    .query((row, _) -> trip(row, strategy))
                    .list();
        }
        return List.of();
    }

    private static ClosedTrip trip(ResultSet row, String strategy) throws SQLException {
        BigDecimal net = row.getBigDecimal("proceeds").subtract(row.getBigDecimal("cost"));
        BigDecimal fees = row.getBigDecimal("costs");
        return new ClosedTrip(
                row.getString("id"),
                row.getString("market_id"),
                row.getString("outcome"),
                Direction.LONG,
                row.getBigDecimal("shares"),
                new ClosedTrip.End(
                        TimeColumns.instant(row, "opened_at"),
                        row.getBigDecimal("price"),
                        row.getObject("order_id", UUID.class),
                        null),
                new ClosedTrip.End(
                        TimeColumns.instant(row, "closed_at"),
                        row.getBigDecimal("mark_price"),
                        row.getObject("sold_by", UUID.class),
                        row.getString("status")),
                new ClosedTrip.Pnl(Amounts.even(net.add(fees)), Amounts.even(fees), Amounts.even(net)),
                strategy,
                RunLabel.valueOf(row.getString("label")));
    }
}
