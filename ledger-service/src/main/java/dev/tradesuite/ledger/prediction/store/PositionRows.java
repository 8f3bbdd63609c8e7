package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.accounting.prediction.MarketOutcome;
import dev.tradesuite.accounting.prediction.OutcomeMark;
import dev.tradesuite.accounting.prediction.OutcomePosition;
import dev.tradesuite.accounting.prediction.OutcomePosition.Closing;
import dev.tradesuite.accounting.prediction.OutcomePosition.Purchase;
import dev.tradesuite.contracts.ledger.MarketPosition.Status;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Rows of {@code market_position}. What was bought never changes; what it is worth and where it stands does. */
final class PositionRows {

    private final NamedParameterJdbcOperations jdbc;

    PositionRows(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Open positions of a portfolio. */
    List<OutcomePosition> open(long portfolioId) {
        return open(List.of(portfolioId)).getOrDefault(portfolioId, List.of());
    }

    /** Open positions, by portfolio. The status is written out, so that the index of open positions serves. */
    Map<Long, List<OutcomePosition>> open(Collection<Long> portfolioIds) {
        return jdbc
                .query(
                        "SELECT * FROM market_position WHERE portfolio_id = ANY(:ids) AND status = 'OPEN'",
                        Map.of("ids", portfolioIds.toArray(Long[]::new)),
                        (row, _) -> Map.entry(row.getLong("portfolio_id"), position(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Positions of a portfolio, the newest first. */
    List<OutcomePosition> newest(long portfolioId, @Nullable Status status, int most) {
        return jdbc.query(
                """
                SELECT * FROM market_position
                 WHERE portfolio_id = :portfolioId AND (:status::text IS NULL OR status = :status)
                 ORDER BY opened_at DESC, id DESC
                 LIMIT :most
                """,
                new MapSqlParameterSource()
                        .addValue("portfolioId", portfolioId)
                        .addValue("status", status == null ? null : status.name())
                        .addValue("most", most),
                (row, _) -> position(row));
    }

    void save(long portfolioId, List<OutcomePosition> positions) {
        if (!positions.isEmpty()) {
            jdbc.batchUpdate(
                    """
                    INSERT INTO market_position (id, portfolio_id, order_id, market_id, question, outcome, status,
                                                 label, shares, price, cost, mark_price, marked_at, quoted_at,
                                                 opened_at, proceeds, closed_at)
                    VALUES (:id, :portfolioId, :orderId, :marketId, :question, :outcome, :status,
                            :label, :shares, :price, :cost, :markPrice, :markedAt, :quotedAt,
                            :openedAt, :proceeds, :closedAt)
                    ON CONFLICT (id) DO UPDATE SET
                        status = excluded.status, mark_price = excluded.mark_price, marked_at = excluded.marked_at,
                        quoted_at = excluded.quoted_at, proceeds = excluded.proceeds, closed_at = excluded.closed_at
                    """,
                    positions.stream()
                            .map(position -> row(portfolioId, position))
                            .toArray(SqlParameterSource[]::new));
        }
    }

    private static SqlParameterSource row(long portfolioId, OutcomePosition position) {
        Purchase purchase = position.purchase();
        Closing closing = position.closing();
        OutcomeMark mark = position.mark();
        return new MapSqlParameterSource()
                .addValue("id", position.id())
                .addValue("portfolioId", portfolioId)
                .addValue("orderId", position.orderId())
                .addValue("marketId", position.market().marketId())
                .addValue("question", position.market().question())
                .addValue("outcome", position.market().outcome())
                .addValue("status", position.status().name())
                .addValue("label", position.label().name())
                .addValue("shares", purchase.shares())
                .addValue("price", purchase.price())
                .addValue("cost", purchase.cost())
                .addValue("markPrice", mark == null ? null : mark.price())
                .addValue("markedAt", mark == null ? null : TimeColumns.of(mark.at()))
                .addValue("quotedAt", TimeColumns.of(position.quotedAt()))
                .addValue("openedAt", TimeColumns.of(purchase.at()))
                .addValue("proceeds", closing == null ? null : closing.proceeds())
                .addValue("closedAt", closing == null ? null : TimeColumns.of(closing.at()));
    }

    private static OutcomePosition position(ResultSet row) throws SQLException {
        return new OutcomePosition(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                new MarketOutcome(row.getString("market_id"), row.getString("question"), row.getString("outcome")),
                RunLabel.valueOf(row.getString("label")),
                new Purchase(
                        row.getBigDecimal("shares"),
                        row.getBigDecimal("price"),
                        row.getBigDecimal("cost"),
                        TimeColumns.instant(row, "opened_at")),
                mark(row),
                TimeColumns.instant(row, "quoted_at"),
                closing(row));
    }

    private static @Nullable OutcomeMark mark(ResultSet row) throws SQLException {
        Instant at = TimeColumns.instantOrNull(row, "marked_at");
        return at == null ? null : new OutcomeMark(row.getBigDecimal("mark_price"), at);
    }

    private static @Nullable Closing closing(ResultSet row) throws SQLException {
        Instant at = TimeColumns.instantOrNull(row, "closed_at");
        return at == null
                ? null
                : new Closing(Status.valueOf(row.getString("status")), row.getBigDecimal("proceeds"), at);
    }
}
