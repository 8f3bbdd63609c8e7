package dev.tradesuite.risk.exposure.store;

import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.check.Hold;
import dev.tradesuite.risk.check.OrderSize;
import dev.tradesuite.risk.exposure.Reservation;
import dev.tradesuite.risk.exposure.ReservedOrder;
import dev.tradesuite.support.store.TimeColumns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of table reservation as reservations, and back. */
final class ReservationRowMapper {

    /** Columns that are written, in this order, each with its type. */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("order_id", "uuid");
        COLUMNS.put("first_order_id", "uuid");
        COLUMNS.put("account_id", "text");
        COLUMNS.put("symbol", "text");
        COLUMNS.put("side", "text");
        COLUMNS.put("lots", "numeric");
        COLUMNS.put("notional", "numeric");
        COLUMNS.put("reduces", "boolean");
        COLUMNS.put("loss", "numeric");
        COLUMNS.put("margin", "numeric");
        COLUMNS.put("value", "numeric");
        COLUMNS.put("filled", "numeric");
        COLUMNS.put("booked", "numeric");
        COLUMNS.put("last_filled", "numeric");
        COLUMNS.put("status", "text");
        COLUMNS.put("held", "numeric");
        COLUMNS.put("held_loss", "numeric");
        COLUMNS.put("held_margin", "numeric");
        COLUMNS.put("held_value", "numeric");
        COLUMNS.put("strategy", "text");
        COLUMNS.put("portfolio_id", "text");
        COLUMNS.put("created_at", "timestamptz");
        COLUMNS.put("changed_at", "timestamptz");
        COLUMNS.put("ended_because", "text");
    }

    /** Names of the columns, for an INSERT. */
    static final String NAMES = String.join(", ", COLUMNS.keySet());

    /** The rows of {@link #parameters} as table {@code r}, for a FROM: any number of them in one statement. */
    static final String ROWS = COLUMNS.entrySet().stream()
            .map(column -> "CAST(CAST(:%s AS text[]) AS %s[])".formatted(column.getKey(), column.getValue()))
            .collect(Collectors.joining(", ", "unnest(", ") AS r (" + NAMES + ")"));

    private ReservationRowMapper() {}

    static Reservation read(ResultSet row) throws SQLException {
        BigDecimal lots = row.getBigDecimal("lots");
        return new Reservation(
                new ReservedOrder(
                        row.getObject("order_id", UUID.class),
                        row.getObject("first_order_id", UUID.class),
                        row.getString("account_id"),
                        row.getString("symbol"),
                        Side.valueOf(row.getString("side")),
                        lots == null
                                ? new OrderSize.Notional(row.getBigDecimal("notional"))
                                : new OrderSize.Volume(lots),
                        row.getString("strategy"),
                        row.getString("portfolio_id")),
                new Hold(
                        row.getBigDecimal("loss"),
                        row.getBigDecimal("margin"),
                        row.getBigDecimal("value"),
                        row.getBoolean("reduces")),
                new Reservation.Progress(
                        row.getBigDecimal("filled"), row.getBigDecimal("booked"), row.getBigDecimal("last_filled")),
                TimeColumns.instant(row, "created_at"),
                TimeColumns.instant(row, "changed_at"),
                row.getString("ended_because"));
    }

    /** The columns by name, those that follow from others included; each has a value for every reservation. */
    static Map<String, Object> parameters(List<Reservation> reservations) {
        List<Map<String, @Nullable Object>> rows =
                reservations.stream().map(ReservationRowMapper::columns).toList();
        Function<String, Object> values = column -> rows.stream()
                .map(row -> row.get(column))
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
        return COLUMNS.keySet().stream().collect(Collectors.toMap(column -> column, values));
    }

    private static Map<String, @Nullable Object> columns(Reservation reservation) {
        ReservedOrder order = reservation.order();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("order_id", order.orderId());
        row.put("first_order_id", order.firstOrderId());
        row.put("account_id", order.accountId());
        row.put("symbol", order.symbol());
        row.put("side", order.side());
        row.put(
                order.size() instanceof OrderSize.Volume ? "lots" : "notional",
                order.size().value());
        row.put("reduces", reservation.hold().reduces());
        row.put("loss", reservation.hold().loss());
        row.put("margin", reservation.hold().margin());
        row.put("value", reservation.hold().notional());
        row.put("filled", reservation.filled());
        row.put("booked", reservation.booked());
        row.put("last_filled", reservation.progress().last());
        row.put("status", reservation.status());
        row.put("held", reservation.held());
        row.put("held_loss", reservation.heldLoss());
        row.put("held_margin", reservation.heldMargin());
        row.put("held_value", reservation.heldValue());
        row.put("strategy", order.strategy());
        row.put("portfolio_id", order.portfolioId());
        row.put("created_at", reservation.createdAt());
        row.put("changed_at", reservation.changedAt());
        row.put("ended_because", reservation.endedBecause());
        return row;
    }
}
