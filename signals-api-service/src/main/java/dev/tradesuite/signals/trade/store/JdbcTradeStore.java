package dev.tradesuite.signals.trade.store;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.quant.performance.TradeStatistics;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.signals.trade.TradeStore;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums over closed rows of {@code fact_strategy_positions}. */
@Repository
class JdbcTradeStore implements TradeStore {

    private final JdbcClient jdbc;

    JdbcTradeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Integer, TradeStatistics> totals(ModelSeries series, @Nullable Instant after, Instant until) {
        Map<Integer, TradeStatistics> totals = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT strategy_id,
                               count(*) AS n,
                               count(*) FILTER (WHERE realized_pnl > 0) AS wins,
                               count(*) FILTER (WHERE realized_pnl < 0) AS losses,
                               coalesce(sum(realized_pnl) FILTER (WHERE realized_pnl > 0), 0) AS profit,
                               coalesce(sum(realized_pnl) FILTER (WHERE realized_pnl < 0), 0) AS loss,
                               sum(fees) AS fees,
                               sum(extract(EPOCH FROM exit_time - entry_time) * 1000)::bigint AS held
                        FROM fact_strategy_positions
                        WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe AND status <> 'open'
                          AND exit_time > coalesce(CAST(:after AS timestamptz), '-infinity') AND exit_time <= :until
                        GROUP BY strategy_id
                        """)
                .param("run", series.run())
                .param("symbol", series.symbol())
                .param("timeframe", series.timeframe().name())
                .param("after", TimeColumns.ofNullable(after))
                .param("until", TimeColumns.of(until))
                .query(row -> {
                    totals.put(row.getInt("strategy_id"), statistics(row));
                });
        return totals;
    }

    private static TradeStatistics statistics(ResultSet row) throws SQLException {
        return new TradeStatistics(
                row.getInt("n"),
                row.getInt("wins"),
                row.getInt("losses"),
                Amounts.stripped(row.getBigDecimal("profit")),
                Amounts.stripped(row.getBigDecimal("loss")),
                Amounts.stripped(row.getBigDecimal("fees")),
                Duration.ofMillis(row.getLong("held")));
    }
}
