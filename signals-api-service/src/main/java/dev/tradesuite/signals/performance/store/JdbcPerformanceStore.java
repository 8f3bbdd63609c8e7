package dev.tradesuite.signals.performance.store;

import dev.tradesuite.signals.performance.PerformanceStore;
import dev.tradesuite.signals.series.ModelSeries;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code fact_strategy_performance} and open rows of {@code fact_strategy_positions}. */
@Repository
class JdbcPerformanceStore implements PerformanceStore {

    private final JdbcClient jdbc;

    JdbcPerformanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Integer, Double> dailyReturns(ModelSeries series, LocalDate day) {
        Map<Integer, Double> returns = new HashMap<>();
        of(
                        series,
                        """
                        SELECT strategy_id, daily_return_pct FROM fact_strategy_performance
                        WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe AND date_utc = :day
                          AND daily_return_pct IS NOT NULL
                        """)
                .param("day", day)
                .query(row -> {
                    returns.put(row.getInt("strategy_id"), row.getDouble("daily_return_pct") / 100);
                });
        return returns;
    }

    @Override
    public Map<Integer, Integer> openPositions(ModelSeries series) {
        Map<Integer, Integer> open = new HashMap<>();
        of(
                        series,
                        """
                        SELECT strategy_id, count(*) AS n FROM fact_strategy_positions
                        WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe AND status = 'open'
                        GROUP BY strategy_id
                        """)
                .query(row -> {
                    open.put(row.getInt("strategy_id"), row.getInt("n"));
                });
        return open;
    }

    private JdbcClient.StatementSpec of(ModelSeries series, String sql) {
        return jdbc.sql(sql)
                .param("run", series.run())
                .param("symbol", series.symbol())
                .param("timeframe", series.timeframe().name());
    }
}
