package dev.tradesuite.signals.book.store;

import dev.tradesuite.accounting.paper.PaperAccount;
import dev.tradesuite.accounting.paper.PaperEntry;
import dev.tradesuite.accounting.paper.PaperPosition;
import dev.tradesuite.accounting.paper.PaperPositionStatus;
import dev.tradesuite.accounting.paper.PaperTrade;
import dev.tradesuite.signals.book.BookedBar;
import dev.tradesuite.signals.book.ModelStep;
import dev.tradesuite.signals.book.PositionChange;
import dev.tradesuite.signals.book.SeriesName;
import dev.tradesuite.signals.book.StoredAccount;
import dev.tradesuite.support.store.TimeColumns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes positions: those that were closed, and the one of each account that is open after the last bar. */
@Component
class JdbcPositionRows {

    private static final String COLUMNS =
            """
            INSERT INTO fact_strategy_positions
                (run_id, symbol, timeframe, strategy_id, side, status, quantity, notional_usd, entry_price, entry_time,
                 entry_fee, exit_price, exit_time, stop_loss, take_profit, current_price, mark_rate, unrealized_pnl,
                 realized_pnl, fees, mae, mfe, exit_reason, label)
            VALUES (:run, :symbol, :timeframe, :strategy, :side, :status, :quantity, :notional, :entryPrice, :entryTime,
                    :entryFee, :exitPrice, :exitTime, :stop, :target, :price, :rate, :unrealized, :realized, :fees,
                    :mae, :mfe, :exitReason, :label)
            RETURNING position_id
            """;

    private static final List<String> CLOSED = List.of(
            "run_id",
            "symbol",
            "timeframe",
            "strategy_id",
            "side",
            "status",
            "quantity",
            "notional_usd",
            "entry_price",
            "entry_time",
            "entry_fee",
            "stop_loss",
            "take_profit",
            "exit_price",
            "exit_time",
            "current_price",
            "realized_pnl",
            "fees",
            "mae",
            "mfe",
            "exit_reason",
            "label");

    private final JdbcClient jdbc;
    private final JdbcCopies copies;

    JdbcPositionRows(JdbcClient jdbc, JdbcCopies copies) {
        this.jdbc = jdbc;
        this.copies = copies;
    }

    /** Where the rows of one account go. */
    private record Place(long run, SeriesName series, String code, int strategy, String label) {}

    /** What the last bar did is what is told; what bars before it did is only stored. */
    List<PositionChange> write(
            long run,
            SeriesName series,
            Map<String, Integer> strategies,
            Map<String, StoredAccount> before,
            List<BookedBar> booked) {
        Map<String, List<ModelStep>> byModel = new LinkedHashMap<>();
        for (BookedBar bar : booked) {
            bar.steps().forEach(step -> byModel.computeIfAbsent(step.said().strategyCode(), _ -> new ArrayList<>())
                    .add(step));
        }
        String label = booked.getLast().bar().label().name();
        List<PositionChange> changes = new ArrayList<>();
        byModel.forEach((code, steps) -> {
            Place place = new Place(run, series, code, strategies.getOrDefault(code, 0), label);
            StoredAccount stored = before.get(code);
            changes.addAll(write(place, stored == null ? OptionalLong.empty() : stored.openPosition(), steps));
        });
        return changes;
    }

    private List<PositionChange> write(Place place, OptionalLong stored, List<ModelStep> steps) {
        List<PaperTrade> earlier = new ArrayList<>();
        for (ModelStep step : steps.subList(0, steps.size() - 1)) {
            earlier.addAll(step.step().trades());
        }
        OptionalLong open = stored;
        if (!earlier.isEmpty() && open.isPresent()) {
            // The first position to end is the stored one; every other began after it.
            close(open.getAsLong(), earlier.removeFirst());
            open = OptionalLong.empty();
        }
        copyClosed(place, earlier);
        return writeLast(place, open, steps.getLast());
    }

    private List<PositionChange> writeLast(Place place, OptionalLong stored, ModelStep last) {
        List<PositionChange> changes = new ArrayList<>();
        OptionalLong open = stored;
        for (PaperTrade trade : last.step().trades()) {
            long id = open.isPresent() ? close(open.getAsLong(), trade) : insertClosed(place, trade);
            open = OptionalLong.empty();
            changes.add(closed(place, id, trade));
        }
        changes.addAll(stillOpen(place, open, last.step().account()));
        return changes;
    }

    private void copyClosed(Place place, List<PaperTrade> trades) {
        copies.write("fact_strategy_positions", CLOSED, trades, (trade, line) -> {
            PaperEntry entry = trade.entry();
            line.add(place.run())
                    .add(place.series().symbol())
                    .add(place.series().timeframe())
                    .add(place.strategy())
                    .add(JdbcSeriesRows.lower(entry.direction()))
                    .add(JdbcSeriesRows.lower(trade.reason().status()))
                    .add(entry.quantity())
                    .add(entry.notional())
                    .add(entry.price())
                    .add(entry.at())
                    .add(entry.fee())
                    .add(entry.stopLoss())
                    .add(entry.takeProfit())
                    .add(trade.exitPrice())
                    .add(trade.exitAt())
                    .add(trade.exitPrice())
                    .add(trade.realizedPnl())
                    .add(trade.fees())
                    .add(trade.mae())
                    .add(trade.mfe())
                    .add(trade.reason())
                    .add(place.label());
        });
    }

    private List<PositionChange> stillOpen(Place place, OptionalLong open, PaperAccount account) {
        PaperPosition position = account.position();
        if (position == null) {
            return List.of();
        }
        if (open.isPresent()) {
            mark(open.getAsLong(), position);
            return List.of(opened(place, open.getAsLong(), PositionChange.Kind.MODIFIED, position));
        }
        long id = insertOpen(place, position);
        return List.of(opened(place, id, PositionChange.Kind.OPENED, position));
    }

    private void mark(long id, PaperPosition position) {
        jdbc.sql(
                        """
                        UPDATE fact_strategy_positions
                        SET current_price = :price, mark_rate = :rate, unrealized_pnl = :unrealized, mae = :mae, mfe = :mfe
                        WHERE position_id = :id
                        """)
                .param("price", position.mark().price())
                .param("rate", position.mark().rate())
                .param("unrealized", position.mark().unrealizedPnl())
                .param("mae", position.mark().mae())
                .param("mfe", position.mark().mfe())
                .param("id", id)
                .update();
    }

    private long close(long id, PaperTrade trade) {
        jdbc.sql(
                        """
                        UPDATE fact_strategy_positions
                        SET status = :status, exit_price = :price, exit_time = :at, current_price = :price,
                            unrealized_pnl = 0, realized_pnl = :realized, fees = :fees, mae = :mae, mfe = :mfe,
                            exit_reason = :reason
                        WHERE position_id = :id AND status = 'open'
                        """)
                .param("status", JdbcSeriesRows.lower(trade.reason().status()))
                .param("price", trade.exitPrice())
                .param("at", TimeColumns.of(trade.exitAt()))
                .param("realized", trade.realizedPnl())
                .param("fees", trade.fees())
                .param("mae", trade.mae())
                .param("mfe", trade.mfe())
                .param("reason", trade.reason().name())
                .param("id", id)
                .update();
        return id;
    }

    private long insertClosed(Place place, PaperTrade trade) {
        MapSqlParameterSource row = entry(place, trade.entry())
                .addValue("status", JdbcSeriesRows.lower(trade.reason().status()))
                .addValue("exitPrice", trade.exitPrice())
                .addValue("exitTime", TimeColumns.of(trade.exitAt()))
                .addValue("price", trade.exitPrice())
                .addValue("rate", null)
                .addValue("unrealized", BigDecimal.ZERO)
                .addValue("realized", trade.realizedPnl())
                .addValue("fees", trade.fees())
                .addValue("mae", trade.mae())
                .addValue("mfe", trade.mfe())
                .addValue("exitReason", trade.reason().name());
        return insert(row);
    }

    private long insertOpen(Place place, PaperPosition position) {
        MapSqlParameterSource row = entry(place, position.entry())
                .addValue("status", JdbcSeriesRows.lower(PaperPositionStatus.OPEN))
                .addValue("exitPrice", null)
                .addValue("exitTime", null)
                .addValue("price", position.mark().price())
                .addValue("rate", position.mark().rate())
                .addValue("unrealized", position.mark().unrealizedPnl())
                .addValue("realized", null)
                .addValue("fees", position.entry().fee())
                .addValue("mae", position.mark().mae())
                .addValue("mfe", position.mark().mfe())
                .addValue("exitReason", null);
        return insert(row);
    }

    private static MapSqlParameterSource entry(Place place, PaperEntry entry) {
        return new MapSqlParameterSource()
                .addValue("run", place.run())
                .addValue("symbol", place.series().symbol())
                .addValue("timeframe", place.series().timeframe().name())
                .addValue("strategy", place.strategy())
                .addValue("side", JdbcSeriesRows.lower(entry.direction()))
                .addValue("quantity", entry.quantity())
                .addValue("notional", entry.notional())
                .addValue("entryPrice", entry.price())
                .addValue("entryTime", TimeColumns.of(entry.at()))
                .addValue("entryFee", entry.fee())
                .addValue("stop", entry.stopLoss())
                .addValue("target", entry.takeProfit())
                .addValue("label", place.label());
    }

    private long insert(MapSqlParameterSource row) {
        return jdbc.sql(COLUMNS).paramSource(row).query(Long.class).single();
    }

    private static PositionChange closed(Place place, long id, PaperTrade trade) {
        return new PositionChange(
                id,
                place.code(),
                PositionChange.Kind.CLOSED,
                trade.entry().direction(),
                JdbcSeriesRows.lower(trade.reason().status()),
                BigDecimal.ZERO,
                trade.realizedPnl());
    }

    private static PositionChange opened(Place place, long id, PositionChange.Kind kind, PaperPosition position) {
        @Nullable BigDecimal none = null;
        return new PositionChange(
                id,
                place.code(),
                kind,
                position.entry().direction(),
                JdbcSeriesRows.lower(PaperPositionStatus.OPEN),
                position.mark().unrealizedPnl(),
                none);
    }
}
