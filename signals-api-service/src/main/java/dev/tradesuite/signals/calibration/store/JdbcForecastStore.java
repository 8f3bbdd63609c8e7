package dev.tradesuite.signals.calibration.store;

import dev.tradesuite.signals.calibration.Forecast;
import dev.tradesuite.signals.calibration.ForecastStore;
import dev.tradesuite.signals.series.BarClose;
import dev.tradesuite.signals.series.BarCloseStore;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.signals.series.PagePlace;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rows of {@code fact_strategy_signals} beside the closes of the bars. They are put side by side here and not by the
 * database: of tables that are new its planner knows nothing, and would read all closes for every signal.
 */
@Repository
class JdbcForecastStore implements ForecastStore {

    private final JdbcClient jdbc;
    private final BarCloseStore closes;

    JdbcForecastStore(JdbcClient jdbc, BarCloseStore closes) {
        this.jdbc = jdbc;
        this.closes = closes;
    }

    @Override
    public void read(ModelSeries series, int strategyId, int horizon, Consumer<Forecast> each) {
        Outcomes outcomes = new Outcomes(closes.closes(series, Instant.EPOCH, PagePlace.LAST_MOMENT), horizon, each);
        jdbc.sql(
                        """
                        SELECT timestamp_utc, side, confidence FROM fact_strategy_signals
                        WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe AND strategy_id = :strategy
                          AND side <> 'hold' AND abstained IS NULL
                        ORDER BY timestamp_utc
                        """)
                .param("run", series.run())
                .param("symbol", series.symbol())
                .param("timeframe", series.timeframe().name())
                .param("strategy", strategyId)
                .query(outcomes::add);
    }

    /** Finds what came of signals that are given oldest first. */
    private static final class Outcomes {

        private final List<BarClose> bars;
        private final int horizon;
        private final Consumer<Forecast> each;
        private int next;

        Outcomes(List<BarClose> bars, int horizon, Consumer<Forecast> each) {
            this.bars = bars;
            this.horizon = horizon;
            this.each = each;
        }

        void add(ResultSet row) throws SQLException {
            Instant at = TimeColumns.instant(row, "timestamp_utc");
            while (next < bars.size() && bars.get(next).at().isBefore(at)) {
                next++;
            }
            if (next + horizon < bars.size() && bars.get(next).at().equals(at)) {
                each.accept(forecast(row, bars.get(next), bars.get(next + horizon)));
            }
        }

        private static Forecast forecast(ResultSet row, BarClose entry, BarClose later) throws SQLException {
            Double rate = entry.rate();
            return new Forecast(
                    entry.at(),
                    row.getString("side").equals("buy"),
                    row.getDouble("confidence"),
                    entry.price(),
                    later.price(),
                    rate == null ? 0 : rate);
        }
    }
}
