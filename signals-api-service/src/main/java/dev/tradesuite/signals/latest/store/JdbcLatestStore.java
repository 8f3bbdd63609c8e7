package dev.tradesuite.signals.latest.store;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.SignalSide;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.signals.latest.LastSignal;
import dev.tradesuite.signals.latest.LatestStore;
import dev.tradesuite.signals.price.MarketQuote;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest rows of {@code fact_strategy_signals}, found by its key, and {@code series_price}. */
@Repository
class JdbcLatestStore implements LatestStore {

    private final JdbcClient jdbc;

    JdbcLatestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Integer, LastSignal> signals(ModelSeries series) {
        Map<Integer, LastSignal> newest = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT g.* FROM paper_account a
                                 JOIN LATERAL (
                            SELECT f.* FROM fact_strategy_signals f
                            WHERE f.run_id = a.run_id AND f.symbol = a.symbol AND f.timeframe = a.timeframe
                              AND f.strategy_id = a.strategy_id
                              AND f.timestamp_utc >= coalesce(a.last_bar, '-infinity')
                            ORDER BY f.timestamp_utc DESC LIMIT 1) g ON true
                        WHERE a.run_id = :run AND a.symbol = :symbol AND a.timeframe = :timeframe
                        """)
                .param("run", series.run())
                .param("symbol", series.symbol())
                .param("timeframe", series.timeframe().name())
                .query(row -> {
                    newest.put(row.getInt("strategy_id"), signal(row));
                });
        return newest;
    }

    @Override
    public Optional<MarketQuote> price(ModelSeries series) {
        return jdbc.sql(
                        """
                        SELECT price, timestamp_utc FROM series_price
                        WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe
                        """)
                .param("run", series.run())
                .param("symbol", series.symbol())
                .param("timeframe", series.timeframe().name())
                .query((row, _) -> new MarketQuote(
                        series.symbol(),
                        Amounts.stripped(row.getBigDecimal("price")),
                        TimeColumns.instant(row, "timestamp_utc")))
                .optional();
    }

    private static LastSignal signal(ResultSet row) throws SQLException {
        return new LastSignal(
                PositionSignal.valueOf(row.getString("signal").toUpperCase(Locale.ROOT)),
                SignalSide.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                new LastSignal.Strength(row.getDouble("confidence"), row.getDouble("size")),
                new LastSignal.SignalPrices(
                        row.getBigDecimal("entry_price"),
                        row.getBigDecimal("stop_loss"),
                        row.getBigDecimal("take_profit")),
                row.getBigDecimal("risk_usd"),
                row.getString("reasoning"),
                TimeColumns.instant(row, "timestamp_utc"),
                RunLabel.valueOf(row.getString("label")));
    }
}
