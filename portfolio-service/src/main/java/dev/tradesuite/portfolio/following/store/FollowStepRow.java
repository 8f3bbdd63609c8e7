package dev.tradesuite.portfolio.following.store;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.portfolio.FollowingLeg;
import dev.tradesuite.contracts.portfolio.FollowingOutcome;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.portfolio.following.FollowRequest;
import dev.tradesuite.portfolio.following.FollowStep;
import dev.tradesuite.portfolio.following.FollowerKey;
import dev.tradesuite.portfolio.following.ModelBar;
import dev.tradesuite.support.store.TimeColumns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of {@code following_step}. */
final class FollowStepRow {

    private FollowStepRow() {}

    static FollowStep step(ResultSet row) throws SQLException {
        return new FollowStep(
                row.getLong("id"),
                new FollowerKey(row.getString("account_id"), row.getString("strategy")),
                new FollowStep.Change(
                        row.getString("symbol"),
                        Timeframe.valueOf(row.getString("timeframe")),
                        TimeColumns.instant(row, "bar_close"),
                        row.getBigDecimal("price"),
                        FollowingLeg.valueOf(row.getString("leg")),
                        row.getLong("revision"),
                        Direction.valueOf(row.getString("from_direction")),
                        wish(row)),
                TimeColumns.instant(row, "at"),
                new FollowStep.Progress(
                        FollowingOutcome.valueOf(row.getString("outcome")),
                        reason(row),
                        request(row),
                        row.getInt("round"),
                        row.getBoolean("under_way"),
                        order(row),
                        TimeColumns.instantOrNull(row, "answered_at")));
    }

    static ModelBar.Wish wish(ResultSet row) throws SQLException {
        return new ModelBar.Wish(
                Direction.valueOf(row.getString("direction")),
                row.getBigDecimal("size"),
                row.getBigDecimal("stop_loss"),
                row.getBigDecimal("take_profit"),
                row.getBoolean("proxy"));
    }

    /** What changes on the way, by column. */
    static Map<String, @Nullable Object> progress(FollowStep.Progress progress) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        Reason reason = progress.reason();
        FollowStep.Ordered order = progress.order();
        columns.put("outcome", progress.outcome().name());
        columns.put("reasonCode", reason == null ? null : reason.code());
        columns.put("reason", reason == null ? null : reason.message());
        columns.put("round", progress.round());
        columns.put("underWay", progress.underWay());
        columns.put("orderId", order == null ? null : order.id());
        columns.put("orderStatus", order == null ? null : order.status().name());
        columns.put("answeredAt", TimeColumns.ofNullable(progress.answeredAt()));
        columns.putAll(request(progress.request()));
        return columns;
    }

    private static Map<String, @Nullable Object> request(@Nullable FollowRequest request) {
        FollowRequest.@Nullable Buy buy = request instanceof FollowRequest.Buy opening ? opening : null;
        FollowRequest.@Nullable Close close = request instanceof FollowRequest.Close closing ? closing : null;
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("side", buy == null ? null : buy.side().name());
        columns.put("notional", buy == null ? null : buy.notional());
        columns.put("lots", close == null ? null : close.lots());
        columns.put("held", close == null ? null : close.held());
        columns.put("askedPrice", buy == null ? (close == null ? null : close.price()) : buy.price());
        return columns;
    }

    private static @Nullable FollowRequest request(ResultSet row) throws SQLException {
        BigDecimal held = row.getBigDecimal("held");
        if (held != null) {
            return new FollowRequest.Close(row.getBigDecimal("lots"), held, row.getBigDecimal("asked_price"));
        }
        String side = row.getString("side");
        return side == null
                ? null
                : new FollowRequest.Buy(
                        Side.valueOf(side),
                        row.getBigDecimal("notional"),
                        row.getBigDecimal("stop_loss"),
                        row.getBigDecimal("take_profit"),
                        row.getBigDecimal("asked_price"));
    }

    private static @Nullable Reason reason(ResultSet row) throws SQLException {
        String code = row.getString("reason_code");
        return code == null ? null : new Reason(code, row.getString("reason"));
    }

    private static FollowStep.@Nullable Ordered order(ResultSet row) throws SQLException {
        String status = row.getString("order_status");
        return status == null
                ? null
                : new FollowStep.Ordered(row.getObject("order_id", UUID.class), OrderStatus.valueOf(status));
    }
}
