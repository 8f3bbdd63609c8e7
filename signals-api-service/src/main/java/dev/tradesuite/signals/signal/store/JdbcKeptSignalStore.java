package dev.tradesuite.signals.signal.store;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.SignalSide;
import dev.tradesuite.contracts.signals.StrategyType;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.signals.series.PagePlace;
import dev.tradesuite.signals.signal.BarPosition;
import dev.tradesuite.signals.signal.ExplainedSignal;
import dev.tradesuite.signals.signal.KeptSignal;
import dev.tradesuite.signals.signal.KeptSignalFilter;
import dev.tradesuite.signals.signal.KeptSignalStore;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code fact_strategy_signals}, and of {@code fact_strategy_positions} beside them. */
@Repository
class JdbcKeptSignalStore implements KeptSignalStore {

    private static final String SIGNAL =
            """
            SELECT g.*, s.strategy_code, s.strategy_name, s.strategy_type
            FROM fact_strategy_signals g JOIN dim_strategy s USING (strategy_id)
            """;

    private final JdbcClient jdbc;

    JdbcKeptSignalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each strategy's rows come in the order of its key, so a page reads no more than a page of each. */
    @Override
    public List<KeptSignal> page(ModelSeries series, KeptSignalFilter filter, Optional<PagePlace> after, int limit) {
        return of(
                        series,
                        """
                        SELECT g.*, s.strategy_code, s.strategy_name, s.strategy_type
                        FROM dim_strategy s CROSS JOIN LATERAL (
                            SELECT f.* FROM fact_strategy_signals f
                            WHERE f.run_id = :run AND f.symbol = :symbol AND f.timeframe = :timeframe
                              AND f.strategy_id = s.strategy_id
                              AND f.timestamp_utc > coalesce(CAST(:from AS timestamptz), '-infinity')
                              AND f.timestamp_utc <= coalesce(CAST(:to AS timestamptz), 'infinity')
                              AND f.timestamp_utc <= :at
                              AND (f.timestamp_utc < :at OR f.strategy_id > :id)
                              AND f.side = coalesce(CAST(:side AS text), f.side)
                            ORDER BY f.timestamp_utc DESC LIMIT :limit) g
                        WHERE s.strategy_id = ANY (:strategies::int[])
                        ORDER BY g.timestamp_utc DESC, s.strategy_id
                        LIMIT :limit
                        """)
                .param("strategies", filter.strategies().toArray(Integer[]::new))
                .param("from", TimeColumns.ofNullable(filter.from()))
                .param("to", TimeColumns.ofNullable(filter.to()))
                .param("side", side(filter.side()))
                .param("at", TimeColumns.of(after.map(PagePlace::at).orElse(PagePlace.LAST_MOMENT)))
                .param("id", after.map(PagePlace::id).orElse(Long.MAX_VALUE))
                .param("limit", limit)
                .query((row, _) -> SignalRow.signal(row))
                .list();
    }

    @Override
    public Optional<ExplainedSignal> find(long id) {
        return jdbc.sql(SIGNAL + "WHERE g.signal_id = :id")
                .param("id", id)
                .query((row, _) -> explained(row))
                .optional();
    }

    @Override
    public Optional<ExplainedSignal> find(ModelSeries series, StrategyType type, Instant at) {
        return of(
                        series,
                        SIGNAL
                                + """
                        WHERE g.run_id = :run AND g.symbol = :symbol AND g.timeframe = :timeframe
                          AND s.strategy_type = :type AND g.timestamp_utc = :at
                        ORDER BY g.strategy_id LIMIT 1
                        """)
                .param("type", type.name())
                .param("at", TimeColumns.of(at))
                .query((row, _) -> explained(row))
                .optional();
    }

    @Override
    public Optional<KeptSignal> before(ModelSeries series, KeptSignal signal) {
        return of(
                        series,
                        SIGNAL
                                + """
                        WHERE g.run_id = :run AND g.symbol = :symbol AND g.timeframe = :timeframe
                          AND g.strategy_id = :strategy AND g.timestamp_utc < :at
                        ORDER BY g.timestamp_utc DESC LIMIT 1
                        """)
                .param("strategy", signal.strategy().id())
                .param("at", TimeColumns.of(signal.at()))
                .query((row, _) -> SignalRow.signal(row))
                .optional();
    }

    @Override
    public List<BarPosition> positions(ModelSeries series, KeptSignal signal) {
        return of(
                        series,
                        """
                        SELECT * FROM fact_strategy_positions
                        WHERE run_id = :run AND symbol = :symbol AND timeframe = :timeframe
                          AND strategy_id = :strategy AND entry_time <= :at
                          AND (status = 'open' OR exit_time > :opened)
                        ORDER BY entry_time, position_id
                        """)
                .param("strategy", signal.strategy().id())
                .param("at", TimeColumns.of(signal.at()))
                .param(
                        "opened",
                        TimeColumns.of(signal.at().minus(series.timeframe().length())))
                .query((row, _) -> SignalRow.position(row))
                .list();
    }

    @Override
    public boolean isRateKnown(ModelSeries series, Instant at) {
        return jdbc.sql(
                                """
                        SELECT count(*) FROM series_close
                        WHERE symbol = :symbol AND timeframe = :timeframe AND timestamp_utc = :at
                          AND conversion_rate IS NULL
                        """)
                        .param("symbol", series.symbol())
                        .param("timeframe", series.timeframe().name())
                        .param("at", TimeColumns.of(at))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private JdbcClient.StatementSpec of(ModelSeries series, String sql) {
        return jdbc.sql(sql)
                .param("run", series.run())
                .param("symbol", series.symbol())
                .param("timeframe", series.timeframe().name());
    }

    private static @Nullable String side(@Nullable SignalSide side) {
        return side == null ? null : side.name().toLowerCase(Locale.ROOT);
    }

    private static ExplainedSignal explained(ResultSet row) throws SQLException {
        return new ExplainedSignal(
                new ModelSeries(
                        row.getLong("run_id"), row.getString("symbol"), Timeframe.valueOf(row.getString("timeframe"))),
                SignalRow.signal(row),
                row.getString("votes"));
    }
}
