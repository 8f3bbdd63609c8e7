package dev.tradesuite.risk.exposure.store;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.check.Hold;
import dev.tradesuite.risk.exposure.Reservation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row of table reservation. */
final class ReservationRow {

    private ReservationRow() {}

    static Optional<Reservation> find(JdbcClient jdbc, UUID orderId) {
        return jdbc.sql("SELECT * FROM reservation WHERE order_id = ?")
                .param(orderId)
                .query((row, _) -> read(row))
                .optional();
    }

    static Reservation read(ResultSet row) throws SQLException {
        return new Reservation(
                row.getObject("order_id", UUID.class),
                row.getString("account_id"),
                Reservation.Kind.valueOf(row.getString("kind")),
                row.getString("symbol"),
                Side.valueOf(row.getString("side")),
                new Lots(row.getBigDecimal("lots")),
                new Hold(
                        row.getBigDecimal("loss"),
                        row.getBigDecimal("margin"),
                        row.getBigDecimal("notional"),
                        row.getBoolean("reduces")),
                row.getBigDecimal("filled_lots"),
                row.getBigDecimal("booked_lots"),
                row.getBigDecimal("final_lots"),
                Times.read(row, "created_at"),
                Times.read(row, "changed_at"),
                row.getString("ended_because"));
    }

    /** Its columns by name, those that follow from the others included. */
    static Map<String, @Nullable Object> parameters(Reservation reservation) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("order_id", reservation.orderId());
        parameters.put("account_id", reservation.accountId());
        parameters.put("kind", reservation.kind().name());
        parameters.put("symbol", reservation.symbol());
        parameters.put("side", reservation.side().name());
        parameters.put("lots", reservation.lots().value());
        parameters.put("reduces", reservation.hold().reduces());
        parameters.put("loss", reservation.hold().loss());
        parameters.put("margin", reservation.hold().margin());
        parameters.put("notional", reservation.hold().notional());
        parameters.put("filled_lots", reservation.filledLots());
        parameters.put("booked_lots", reservation.bookedLots());
        parameters.put("final_lots", reservation.finalLots());
        parameters.put("status", reservation.status().name());
        parameters.put("held_lots", reservation.heldLots());
        parameters.put("held_loss", reservation.heldLoss());
        parameters.put("held_margin", reservation.heldMargin());
        parameters.put("held_notional", reservation.heldNotional());
        parameters.put("created_at", Times.column(reservation.createdAt()));
        parameters.put("changed_at", Times.column(reservation.changedAt()));
        parameters.put("ended_because", reservation.endedBecause());
        return parameters;
    }
}
