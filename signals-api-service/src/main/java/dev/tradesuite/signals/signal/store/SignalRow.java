package dev.tradesuite.signals.signal.store;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.SignalSide;
import dev.tradesuite.contracts.signals.StrategyType;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelStrategy;
import dev.tradesuite.signals.signal.BarPosition;
import dev.tradesuite.signals.signal.KeptSignal;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

/** Reads rows. */
final class SignalRow {

    private SignalRow() {}

    static KeptSignal signal(ResultSet row) throws SQLException {
        return new KeptSignal(
                row.getLong("signal_id"),
                new ModelStrategy(
                        row.getInt("strategy_id"),
                        row.getString("strategy_code"),
                        row.getString("strategy_name"),
                        StrategyType.valueOf(row.getString("strategy_type"))),
                TimeColumns.instant(row, "timestamp_utc"),
                new KeptSignal.Wish(
                        PositionSignal.valueOf(upper(row, "signal")),
                        SignalSide.valueOf(upper(row, "side")),
                        row.getDouble("confidence"),
                        row.getDouble("size")),
                new KeptSignal.Levels(
                        row.getBigDecimal("entry_price"),
                        row.getBigDecimal("stop_loss"),
                        row.getBigDecimal("take_profit")),
                new KeptSignal.Stake(
                        row.getBigDecimal("risk_usd"), row.getBigDecimal("notional_usd"), row.getInt("leverage")),
                new KeptSignal.Words(
                        row.getString("reasoning"),
                        row.getString("invalidation_condition"),
                        row.getString("abstained")),
                row.getString("features_snapshot"),
                new ModelAccount.ModelOrigin(row.getString("model_version"), row.getBoolean("proxy")),
                RunLabel.valueOf(row.getString("label")));
    }

    static BarPosition position(ResultSet row) throws SQLException {
        Instant exit = TimeColumns.instantOrNull(row, "exit_time");
        return new BarPosition(
                row.getLong("position_id"),
                Direction.valueOf(upper(row, "side")),
                row.getString("status"),
                row.getBigDecimal("quantity"),
                new BarPosition.Entry(row.getBigDecimal("entry_price"), TimeColumns.instant(row, "entry_time")),
                new BarPosition.Exits(row.getBigDecimal("stop_loss"), row.getBigDecimal("take_profit")),
                exit == null
                        ? null
                        : new BarPosition.End(
                                row.getBigDecimal("exit_price"),
                                exit,
                                row.getString("exit_reason"),
                                row.getBigDecimal("realized_pnl")));
    }

    private static String upper(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }
}
