package dev.tradesuite.signals.position.store;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.signals.position.ModelPosition;
import dev.tradesuite.signals.position.PositionStore;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.support.store.TimeColumns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open rows of {@code fact_strategy_positions}. */
@Repository
class JdbcPositionStore implements PositionStore {

    private final JdbcClient jdbc;

    JdbcPositionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ModelPosition> open(ModelSeries series) {
        return jdbc.sql(
                        """
                        SELECT * FROM fact_strategy_positions
                        WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe AND status = 'open'
                        ORDER BY entry_time, position_id
                        """)
                .param("run", series.run())
                .param("symbol", series.symbol())
                .param("timeframe", series.timeframe().name())
                .query((row, _) -> position(row))
                .list();
    }

    private static ModelPosition position(ResultSet row) throws SQLException {
        BigDecimal rate = row.getBigDecimal("mark_rate");
        return new ModelPosition(
                row.getLong("position_id"),
                row.getInt("strategy_id"),
                Direction.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                new ModelPosition.PositionSize(
                        row.getBigDecimal("quantity"), row.getBigDecimal("notional_usd"), row.getInt("leverage")),
                row.getBigDecimal("entry_price"),
                TimeColumns.instant(row, "entry_time"),
                new ModelPosition.PositionExits(row.getBigDecimal("stop_loss"), row.getBigDecimal("take_profit")),
                new ModelPosition.Worth(
                        row.getBigDecimal("current_price"),
                        row.getBigDecimal("unrealized_pnl"),
                        rate == null ? BigDecimal.ONE : rate),
                RunLabel.valueOf(row.getString("label")));
    }
}
