package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.ledger.prediction.OutcomeOrder;
import dev.tradesuite.ledger.prediction.OutcomeOrders;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Paper orders in the table {@code portfolio_order}. */
@Component
final class JdbcOutcomeOrders implements OutcomeOrders {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final OrderRows rows;

    JdbcOutcomeOrders(JdbcClient jdbc, NamedParameterJdbcOperations batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = new OrderRows(json);
    }

    @Override
    public Optional<OutcomeOrder> find(UUID id) {
        return jdbc.sql("SELECT * FROM portfolio_order WHERE id = :id")
                .param("id", id)
                .query((row, _) -> rows.read(row))
                .optional();
    }

    @Override
    public void add(List<OutcomeOrder> orders) {
        if (!orders.isEmpty()) {
            batches.batchUpdate(
                    """
                    INSERT INTO portfolio_order (id, portfolio_id, cycle_id, side, market_id, question, outcome,
                                                 stake, price, exit_price, quoted_at, fee_percent, label, because,
                                                 set_name, status, denials, shares, created_at, ended_at)
                    VALUES (:id, :portfolioId, :cycleId, :side, :marketId, :question, :outcome,
                            :stake, :price, :exitPrice, :quotedAt, :feePercent, :label, :because,
                            :set, :status, :denials::json, :shares, :createdAt, :endedAt)
                    """,
                    parameters(orders));
        }
    }

    @Override
    public void end(List<OutcomeOrder> orders) {
        if (orders.isEmpty()) {
            return;
        }
        int[] changed = batches.batchUpdate(
                """
                UPDATE portfolio_order
                   SET status = :status, denials = :denials::json, shares = :shares, ended_at = :endedAt
                 WHERE id = :id AND status = 'NEW'
                """,
                parameters(orders));
        if (Arrays.stream(changed).anyMatch(rowsChanged -> rowsChanged != 1)) {
            throw new IllegalStateException("one of the orders %s had ended before"
                    .formatted(orders.stream().map(OutcomeOrder::id).toList()));
        }
    }

    @Override
    public List<OutcomeOrder> waitingSince(Instant moment) {
        return jdbc.sql(
                        """
                        SELECT * FROM portfolio_order
                         WHERE status = 'NEW' AND created_at < :moment
                         ORDER BY created_at, number
                        """)
                .param("moment", TimeColumns.of(moment))
                .query((row, _) -> rows.read(row))
                .list();
    }

    private SqlParameterSource[] parameters(List<OutcomeOrder> orders) {
        return orders.stream().map(rows::row).toArray(SqlParameterSource[]::new);
    }
}
