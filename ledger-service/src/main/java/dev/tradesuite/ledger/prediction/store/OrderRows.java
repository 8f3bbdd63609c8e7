package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.accounting.prediction.MarketOutcome;
import dev.tradesuite.accounting.prediction.OutcomeTerms;
import dev.tradesuite.contracts.ledger.PortfolioOrder.Status;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.prediction.OutcomeOrder;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code portfolio_order}. */
final class OrderRows {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private final JsonMapper json;

    OrderRows(JsonMapper json) {
        this.json = json;
    }

    OutcomeOrder read(ResultSet row) throws SQLException {
        return new OutcomeOrder(
                row.getObject("id", UUID.class),
                row.getLong("portfolio_id"),
                row.getObject("cycle_id", UUID.class),
                new OutcomeTerms(
                        Side.valueOf(row.getString("side")),
                        new MarketOutcome(
                                row.getString("market_id"), row.getString("question"), row.getString("outcome")),
                        row.getBigDecimal("stake"),
                        row.getBigDecimal("price"),
                        row.getBigDecimal("exit_price"),
                        TimeColumns.instantOrNull(row, "quoted_at"),
                        row.getBigDecimal("fee_percent"),
                        RunLabel.valueOf(row.getString("label")),
                        row.getString("because")),
                row.getString("set_name"),
                TimeColumns.instant(row, "created_at"),
                ending(row));
    }

    private OutcomeOrder.@Nullable Ending ending(ResultSet row) throws SQLException {
        Instant at = TimeColumns.instantOrNull(row, "ended_at");
        return at == null
                ? null
                : new OutcomeOrder.Ending(
                        Status.valueOf(row.getString("status")),
                        json.readValue(row.getString("denials"), REASONS),
                        row.getBigDecimal("shares"),
                        at);
    }

    SqlParameterSource row(OutcomeOrder order) {
        OutcomeTerms terms = order.terms();
        OutcomeOrder.Ending ending = order.ending();
        return new MapSqlParameterSource()
                .addValue("id", order.id())
                .addValue("portfolioId", order.portfolioId())
                .addValue("cycleId", order.cycleId())
                .addValue("side", terms.side().name())
                .addValue("marketId", terms.market().marketId())
                .addValue("question", terms.market().question())
                .addValue("outcome", terms.market().outcome())
                .addValue("stake", terms.stake())
                .addValue("price", terms.price())
                .addValue("exitPrice", terms.exitPrice())
                .addValue("quotedAt", TimeColumns.ofNullable(terms.quotedAt()))
                .addValue("feePercent", terms.feePercent())
                .addValue("label", terms.label().name())
                .addValue("because", terms.because())
                .addValue("set", order.set())
                .addValue("status", order.status().name())
                .addValue("denials", json.writeValueAsString(order.reasons()))
                .addValue("shares", ending == null ? null : ending.shares())
                .addValue("createdAt", TimeColumns.of(order.createdAt()))
                .addValue("endedAt", ending == null ? null : TimeColumns.of(ending.at()));
    }
}
