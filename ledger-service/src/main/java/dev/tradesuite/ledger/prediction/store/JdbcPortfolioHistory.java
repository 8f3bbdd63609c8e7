package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.accounting.prediction.MarketOutcome;
import dev.tradesuite.accounting.prediction.OutcomeTrade;
import dev.tradesuite.accounting.prediction.TradeOrigin;
import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.PortfolioChange.What;
import dev.tradesuite.contracts.ledger.PortfolioReason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.ledger.prediction.DailySnapshot;
import dev.tradesuite.ledger.prediction.PortfolioHistory;
import dev.tradesuite.ledger.prediction.SetupChange;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Trades, snapshots and changes in the tables {@code market_trade}, {@code portfolio_snapshot},
 * {@code portfolio_change}.
 */
@Component
final class JdbcPortfolioHistory implements PortfolioHistory {

    private static final String[] OURS =
            Arrays.stream(PortfolioReason.values()).map(Enum::name).toArray(String[]::new);

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    JdbcPortfolioHistory(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void add(long portfolioId, List<OutcomeTrade> trades) {
        batches.batchUpdate(
                """
                INSERT INTO market_trade (id, portfolio_id, position_id, order_id, cycle_id, kind, market_id,
                                          question, outcome, shares, price, costs, cash_change, cash_after,
                                          label, traded_at)
                VALUES (:id, :portfolioId, :positionId, :orderId, :cycleId, :kind, :marketId,
                        :question, :outcome, :shares, :price, :costs, :cashChange, :cashAfter,
                        :label, :tradedAt)
                """,
                trades.stream().map(trade -> row(portfolioId, trade)).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(long portfolioId, OutcomeTrade trade) {
        return new MapSqlParameterSource()
                .addValue("id", trade.id())
                .addValue("portfolioId", portfolioId)
                .addValue("positionId", trade.positionId())
                .addValue("orderId", trade.origin().orderId())
                .addValue("cycleId", trade.origin().cycleId())
                .addValue("kind", trade.kind().name())
                .addValue("marketId", trade.market().marketId())
                .addValue("question", trade.market().question())
                .addValue("outcome", trade.market().outcome())
                .addValue("shares", trade.figures().shares())
                .addValue("price", trade.figures().price())
                .addValue("costs", trade.figures().costs())
                .addValue("cashChange", trade.figures().cashChange())
                .addValue("cashAfter", trade.figures().cashAfter())
                .addValue("label", trade.label().name())
                .addValue("tradedAt", TimeColumns.of(trade.at()));
    }

    @Override
    public List<OutcomeTrade> trades(long portfolioId, int most) {
        return jdbc.sql(
                        """
                        SELECT * FROM market_trade WHERE portfolio_id = :portfolioId
                         ORDER BY traded_at DESC, id DESC LIMIT :most
                        """)
                .param("portfolioId", portfolioId)
                .param("most", most)
                .query((row, _) -> trade(row))
                .list();
    }

    @Override
    public List<OutcomeTrade> settlements(long portfolioId, UUID cycleId) {
        return jdbc.sql(
                        """
                        SELECT * FROM market_trade
                         WHERE portfolio_id = :portfolioId AND cycle_id = :cycleId AND kind = 'SETTLEMENT'
                         ORDER BY traded_at, id
                        """)
                .param("portfolioId", portfolioId)
                .param("cycleId", cycleId)
                .query((row, _) -> trade(row))
                .list();
    }

    /** Our own reasons are none of risk-service; the conditions are those of the indexes. */
    @Override
    public List<LossOrRefusal> lossesAndRefusals(long portfolioId, Instant since) {
        return jdbc.sql(
                        """
                        SELECT market_id, closed_at AS at
                          FROM market_position
                         WHERE portfolio_id = :portfolioId AND closed_at > :since
                           AND status = 'SOLD' AND proceeds < cost
                        UNION ALL
                        SELECT leg.market_id, leg.ended_at
                          FROM portfolio_order leg
                         WHERE leg.portfolio_id = :portfolioId AND leg.created_at > :since
                           AND leg.status = 'DENIED' AND leg.set_name IS NOT NULL
                           AND EXISTS (
                               SELECT
                                 FROM portfolio_order refused
                                WHERE refused.portfolio_id = leg.portfolio_id AND refused.cycle_id = leg.cycle_id
                                  AND refused.set_name = leg.set_name
                                  AND refused.denials -> 0 ->> 'code' <> ALL (:ours))
                        """)
                .param("portfolioId", portfolioId)
                .param("since", TimeColumns.of(since))
                .param("ours", OURS)
                .query((row, _) -> new LossOrRefusal(row.getString("market_id"), TimeColumns.instant(row, "at")))
                .list();
    }

    @Override
    public List<DailySnapshot> snapshots(long portfolioId, int most) {
        return jdbc.sql(
                        """
                        SELECT * FROM portfolio_snapshot WHERE portfolio_id = :portfolioId ORDER BY day DESC LIMIT :most
                        """)
                .param("portfolioId", portfolioId)
                .param("most", most)
                .query((row, _) -> snapshot(row))
                .list()
                .reversed();
    }

    @Override
    public void add(long portfolioId, SetupChange change) {
        jdbc.sql(
                        """
                        INSERT INTO portfolio_change (portfolio_id, sequence, at, who, what, before_it, after_it, reason)
                        VALUES (:portfolioId, :sequence, :at, :who, :what, :before, :after, :reason)
                        """)
                .param("portfolioId", portfolioId)
                .param("sequence", change.sequence())
                .param("at", TimeColumns.of(change.at()))
                .param("who", change.who())
                .param("what", change.what().name())
                .param("before", change.before())
                .param("after", change.after())
                .param("reason", change.reason())
                .update();
    }

    @Override
    public List<SetupChange> changes(long portfolioId, int most) {
        return jdbc.sql(
                        """
                        SELECT * FROM portfolio_change WHERE portfolio_id = :portfolioId
                         ORDER BY sequence DESC LIMIT :most
                        """)
                .param("portfolioId", portfolioId)
                .param("most", most)
                .query((row, _) -> change(row))
                .list()
                .reversed();
    }

    @Override
    public boolean isPausedWithAll(long portfolioId) {
        return jdbc.sql(
                        """
                        SELECT what = 'PAUSED_WITH_ALL' FROM portfolio_change
                         WHERE portfolio_id = :portfolioId
                           AND what IN ('PAUSED', 'RESUMED', 'PAUSED_WITH_ALL', 'RESUMED_WITH_ALL')
                         ORDER BY sequence DESC LIMIT 1
                        """)
                .param("portfolioId", portfolioId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static OutcomeTrade trade(ResultSet row) throws SQLException {
        return new OutcomeTrade(
                row.getObject("id", UUID.class),
                row.getObject("position_id", UUID.class),
                new TradeOrigin(row.getObject("order_id", UUID.class), row.getObject("cycle_id", UUID.class)),
                MarketTrade.Kind.valueOf(row.getString("kind")),
                new MarketOutcome(row.getString("market_id"), row.getString("question"), row.getString("outcome")),
                new OutcomeTrade.Figures(
                        row.getBigDecimal("shares"),
                        row.getBigDecimal("price"),
                        row.getBigDecimal("costs"),
                        row.getBigDecimal("cash_change"),
                        row.getBigDecimal("cash_after")),
                RunLabel.valueOf(row.getString("label")),
                TimeColumns.instant(row, "traded_at"));
    }

    private static DailySnapshot snapshot(ResultSet row) throws SQLException {
        return new DailySnapshot(
                row.getObject("day", LocalDate.class),
                TimeColumns.instant(row, "taken_at"),
                row.getBigDecimal("cash"),
                row.getBigDecimal("positions_value"),
                row.getBigDecimal("realised_pnl"),
                row.getBigDecimal("floating_pnl"),
                row.getInt("open_positions"),
                TimeColumns.instantOrNull(row, "oldest_mark_at"),
                RunLabel.valueOf(row.getString("label")));
    }

    private static SetupChange change(ResultSet row) throws SQLException {
        return new SetupChange(
                row.getLong("sequence"),
                TimeColumns.instant(row, "at"),
                row.getString("who"),
                What.valueOf(row.getString("what")),
                row.getString("before_it"),
                row.getString("after_it"),
                row.getString("reason"));
    }
}
