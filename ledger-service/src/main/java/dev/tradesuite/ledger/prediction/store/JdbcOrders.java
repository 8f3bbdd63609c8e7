package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.contracts.ledger.PortfolioOrder.Status;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.prediction.Denial;
import dev.tradesuite.ledger.prediction.MarketOutcome;
import dev.tradesuite.ledger.prediction.OrderTerms;
import dev.tradesuite.ledger.prediction.Orders;
import dev.tradesuite.ledger.prediction.PaperOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Paper orders in the table {@code portfolio_order}. */
@Component
final class JdbcOrders implements Orders {

    private static final TypeReference<List<Denial>> DENIALS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcOrders(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<PaperOrder> find(UUID id) {
        return jdbc.sql("select * from portfolio_order where id = :id")
                .param("id", id)
                .query((row, _) -> order(row))
                .optional();
    }

    @Override
    public List<PaperOrder> ofCycle(long portfolioId, UUID cycleId) {
        return jdbc.sql("select * from portfolio_order where portfolio_id = :portfolioId and cycle_id = :cycleId"
                        + " order by created_at, id")
                .param("portfolioId", portfolioId)
                .param("cycleId", cycleId)
                .query((row, _) -> order(row))
                .list();
    }

    @Override
    public void add(PaperOrder order) {
        OrderTerms terms = order.terms();
        jdbc.sql(
                        """
                        insert into portfolio_order (id, portfolio_id, cycle_id, side, market_id, question, outcome,
                                                     stake, price, exit_price, fee_percent, label, because,
                                                     status, denials, shares, created_at, ended_at)
                        values (:id, :portfolioId, :cycleId, :side, :marketId, :question, :outcome,
                                :stake, :price, :exitPrice, :feePercent, :label, :because,
                                :status, :denials::json, :shares, :createdAt, :endedAt)
                        """)
                .param("id", order.id())
                .param("portfolioId", order.portfolioId())
                .param("cycleId", order.cycleId())
                .param("side", terms.side().name())
                .param("marketId", terms.market().marketId())
                .param("question", terms.market().question())
                .param("outcome", terms.market().outcome())
                .param("stake", terms.stake())
                .param("price", terms.price())
                .param("exitPrice", terms.exitPrice())
                .param("feePercent", terms.feePercent())
                .param("label", terms.label().name())
                .param("because", terms.because())
                .param("status", order.status().name())
                .param("denials", json.writeValueAsString(order.denials()))
                .param("shares", order.shares())
                .param("createdAt", Columns.of(order.createdAt()))
                .param("endedAt", Columns.ofNullable(order.endedAt()))
                .update();
    }

    @Override
    public void end(PaperOrder order) {
        int changed = jdbc.sql(
                        """
                        update portfolio_order
                           set status = :status, denials = :denials::json, shares = :shares, ended_at = :endedAt
                         where id = :id and status = 'NEW'
                        """)
                .param("id", order.id())
                .param("status", order.status().name())
                .param("denials", json.writeValueAsString(order.denials()))
                .param("shares", order.shares())
                .param("endedAt", Columns.ofNullable(order.endedAt()))
                .update();
        if (changed != 1) {
            throw new IllegalStateException("order " + order.id() + " had ended before");
        }
    }

    @Override
    public List<PaperOrder> waitingSince(Instant moment) {
        return jdbc.sql("select * from portfolio_order where status = 'NEW' and created_at < :moment order by"
                        + " created_at")
                .param("moment", Columns.of(moment))
                .query((row, _) -> order(row))
                .list();
    }

    private PaperOrder order(ResultSet row) throws SQLException {
        return new PaperOrder(
                row.getObject("id", UUID.class),
                row.getLong("portfolio_id"),
                row.getObject("cycle_id", UUID.class),
                new OrderTerms(
                        Side.valueOf(row.getString("side")),
                        new MarketOutcome(
                                row.getString("market_id"), row.getString("question"), row.getString("outcome")),
                        row.getBigDecimal("stake"),
                        row.getBigDecimal("price"),
                        row.getBigDecimal("exit_price"),
                        row.getBigDecimal("fee_percent"),
                        RunLabel.valueOf(row.getString("label")),
                        row.getString("because")),
                Status.valueOf(row.getString("status")),
                json.readValue(row.getString("denials"), DENIALS),
                row.getBigDecimal("shares"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
