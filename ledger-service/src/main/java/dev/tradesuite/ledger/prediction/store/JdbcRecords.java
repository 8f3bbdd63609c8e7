package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.PortfolioChange.What;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.ledger.prediction.Change;
import dev.tradesuite.ledger.prediction.MarketOutcome;
import dev.tradesuite.ledger.prediction.Records;
import dev.tradesuite.ledger.prediction.Snapshot;
import dev.tradesuite.ledger.prediction.Trade;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Trades, snapshots and changes in the tables {@code market_trade}, {@code portfolio_snapshot},
 * {@code portfolio_change}.
 */
@Component
final class JdbcRecords implements Records {

    private final JdbcClient jdbc;

    JdbcRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(long portfolioId, Trade trade) {
        jdbc.sql(
                        """
                        insert into market_trade (id, portfolio_id, position_id, order_id, cycle_id, kind, market_id,
                                                  question, outcome, shares, price, costs, cash_change, cash_after,
                                                  label, traded_at)
                        values (:id, :portfolioId, :positionId, :orderId, :cycleId, :kind, :marketId,
                                :question, :outcome, :shares, :price, :costs, :cashChange, :cashAfter,
                                :label, :tradedAt)
                        """)
                .param("id", trade.id())
                .param("portfolioId", portfolioId)
                .param("positionId", trade.positionId())
                .param("orderId", trade.orderId())
                .param("cycleId", trade.cycleId())
                .param("kind", trade.kind().name())
                .param("marketId", trade.market().marketId())
                .param("question", trade.market().question())
                .param("outcome", trade.market().outcome())
                .param("shares", trade.shares())
                .param("price", trade.price())
                .param("costs", trade.costs())
                .param("cashChange", trade.cashChange())
                .param("cashAfter", trade.cashAfter())
                .param("label", trade.label().name())
                .param("tradedAt", Columns.of(trade.at()))
                .update();
    }

    @Override
    public List<Trade> trades(long portfolioId, int most) {
        return jdbc.sql(
                        """
                        select * from market_trade where portfolio_id = :portfolioId
                         order by traded_at desc, id desc limit :most
                        """)
                .param("portfolioId", portfolioId)
                .param("most", most)
                .query((row, _) -> trade(row))
                .list();
    }

    @Override
    public List<Trade> settlements(long portfolioId, UUID cycleId) {
        return jdbc.sql(
                        """
                        select * from market_trade
                         where portfolio_id = :portfolioId and cycle_id = :cycleId and kind = 'SETTLEMENT'
                         order by traded_at, id
                        """)
                .param("portfolioId", portfolioId)
                .param("cycleId", cycleId)
                .query((row, _) -> trade(row))
                .list();
    }

    @Override
    public void put(long portfolioId, Snapshot snapshot) {
        jdbc.sql(
                        """
                        insert into portfolio_snapshot (portfolio_id, day, taken_at, cash, positions_value,
                                                        realised_pnl, floating_pnl, open_positions, oldest_mark_at,
                                                        label)
                        values (:portfolioId, :day, :takenAt, :cash, :positionsValue,
                                :realisedPnl, :floatingPnl, :openPositions, :oldestMarkAt, :label)
                        on conflict (portfolio_id, day) do update set
                            taken_at = excluded.taken_at, cash = excluded.cash,
                            positions_value = excluded.positions_value, realised_pnl = excluded.realised_pnl,
                            floating_pnl = excluded.floating_pnl, open_positions = excluded.open_positions,
                            oldest_mark_at = excluded.oldest_mark_at, label = excluded.label
                        """)
                .param("portfolioId", portfolioId)
                .param("day", snapshot.day())
                .param("takenAt", Columns.of(snapshot.takenAt()))
                .param("cash", snapshot.cash())
                .param("positionsValue", snapshot.positionsValue())
                .param("realisedPnl", snapshot.realisedPnl())
                .param("floatingPnl", snapshot.floatingPnl())
                .param("openPositions", snapshot.openPositions())
                .param("oldestMarkAt", Columns.ofNullable(snapshot.oldestMarkAt()))
                .param("label", snapshot.label().name())
                .update();
    }

    @Override
    public List<Snapshot> snapshots(long portfolioId, int most) {
        return jdbc.sql(
                        """
                        select * from portfolio_snapshot where portfolio_id = :portfolioId order by day desc limit :most
                        """)
                .param("portfolioId", portfolioId)
                .param("most", most)
                .query((row, _) -> snapshot(row))
                .list()
                .reversed();
    }

    @Override
    public void add(long portfolioId, Change change) {
        jdbc.sql(
                        """
                        insert into portfolio_change (portfolio_id, sequence, at, who, what, before_it, after_it)
                        values (:portfolioId, :sequence, :at, :who, :what, :before, :after)
                        """)
                .param("portfolioId", portfolioId)
                .param("sequence", change.sequence())
                .param("at", Columns.of(change.at()))
                .param("who", change.who())
                .param("what", change.what().name())
                .param("before", change.before())
                .param("after", change.after())
                .update();
    }

    @Override
    public List<Change> changes(long portfolioId, int most) {
        return jdbc.sql(
                        """
                        select * from portfolio_change where portfolio_id = :portfolioId
                         order by sequence desc limit :most
                        """)
                .param("portfolioId", portfolioId)
                .param("most", most)
                .query((row, _) -> change(row))
                .list()
                .reversed();
    }

    private static Trade trade(ResultSet row) throws SQLException {
        return new Trade(
                row.getObject("id", UUID.class),
                row.getObject("position_id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                MarketTrade.Kind.valueOf(row.getString("kind")),
                new MarketOutcome(row.getString("market_id"), row.getString("question"), row.getString("outcome")),
                row.getBigDecimal("shares"),
                row.getBigDecimal("price"),
                row.getBigDecimal("costs"),
                row.getBigDecimal("cash_change"),
                row.getBigDecimal("cash_after"),
                RunLabel.valueOf(row.getString("label")),
                Columns.instant(row, "traded_at"));
    }

    private static Snapshot snapshot(ResultSet row) throws SQLException {
        return new Snapshot(
                row.getObject("day", LocalDate.class),
                Columns.instant(row, "taken_at"),
                row.getBigDecimal("cash"),
                row.getBigDecimal("positions_value"),
                row.getBigDecimal("realised_pnl"),
                row.getBigDecimal("floating_pnl"),
                row.getInt("open_positions"),
                Columns.instantOrNull(row, "oldest_mark_at"),
                RunLabel.valueOf(row.getString("label")));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong("sequence"),
                Columns.instant(row, "at"),
                row.getString("who"),
                What.valueOf(row.getString("what")),
                row.getString("before_it"),
                row.getString("after_it"));
    }
}
