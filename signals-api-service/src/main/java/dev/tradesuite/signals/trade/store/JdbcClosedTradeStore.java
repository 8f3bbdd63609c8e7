package dev.tradesuite.signals.trade.store;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.TradeOutcome;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.signals.series.PagePlace;
import dev.tradesuite.signals.trade.ClosedTrade;
import dev.tradesuite.signals.trade.ClosedTradeFilter;
import dev.tradesuite.signals.trade.ClosedTradeStore;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Closed rows of {@code fact_strategy_positions}, by the index on their exits. */
@Repository
class JdbcClosedTradeStore implements ClosedTradeStore {

    private final JdbcClient jdbc;

    JdbcClosedTradeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ClosedTrade> page(ModelSeries series, ClosedTradeFilter filter, Optional<PagePlace> after, int limit) {
        return jdbc.sql(
                        """
                        SELECT p.*, s.strategy_code
                        FROM fact_strategy_positions p JOIN dim_strategy s USING (strategy_id)
                        WHERE p.run_id = :run AND p.symbol = :symbol AND p.timeframe = :timeframe AND p.status <> 'open'
                          AND p.strategy_id = ANY (:strategies::int[])
                          AND p.exit_time > coalesce(CAST(:from AS timestamptz), '-infinity')
                          AND p.exit_time <= coalesce(CAST(:to AS timestamptz), 'infinity')
                          AND p.side = coalesce(CAST(:side AS text), p.side)
                          AND sign(p.realized_pnl) = coalesce(CAST(:sign AS int), sign(p.realized_pnl))
                          AND (p.exit_time, p.position_id) < (:closedAt, :id)
                        ORDER BY p.exit_time DESC, p.position_id DESC
                        LIMIT :limit
                        """)
                .param("run", series.run())
                .param("symbol", series.symbol())
                .param("timeframe", series.timeframe().name())
                .param("strategies", filter.strategies().toArray(Integer[]::new))
                .param("from", TimeColumns.ofNullable(filter.from()))
                .param("to", TimeColumns.ofNullable(filter.to()))
                .param("side", side(filter.direction()))
                .param("sign", sign(filter.outcome()))
                .param("closedAt", TimeColumns.of(after.map(PagePlace::at).orElse(PagePlace.LAST_MOMENT)))
                .param("id", after.map(PagePlace::id).orElse(Long.MAX_VALUE))
                .param("limit", limit)
                .query((row, _) -> trade(row))
                .list();
    }

    private static @Nullable String side(@Nullable Direction direction) {
        return direction == null ? null : direction.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Integer sign(@Nullable TradeOutcome outcome) {
        return switch (outcome) {
            case null -> null;
            case WIN -> 1;
            case LOSS -> -1;
            case EVEN -> 0;
        };
    }

    private static ClosedTrade trade(ResultSet row) throws SQLException {
        return new ClosedTrade(
                row.getLong("position_id"),
                row.getString("strategy_code"),
                Direction.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                new ClosedTrade.TradedSize(
                        row.getBigDecimal("quantity"), row.getBigDecimal("notional_usd"), row.getInt("leverage")),
                new ClosedTrade.Fill(row.getBigDecimal("entry_price"), TimeColumns.instant(row, "entry_time")),
                new ClosedTrade.TradedExit(
                        new ClosedTrade.Fill(row.getBigDecimal("exit_price"), TimeColumns.instant(row, "exit_time")),
                        row.getString("status"),
                        row.getString("exit_reason")),
                new ClosedTrade.TradedExits(row.getBigDecimal("stop_loss"), row.getBigDecimal("take_profit")),
                new ClosedTrade.Brought(
                        row.getBigDecimal("realized_pnl"),
                        row.getBigDecimal("fees"),
                        row.getBigDecimal("mae"),
                        row.getBigDecimal("mfe")),
                RunLabel.valueOf(row.getString("label")));
    }
}
