package dev.tradesuite.risk.exposure.store;

import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.risk.account.LockedAccount;
import dev.tradesuite.risk.exposure.ReplacedOrders;
import dev.tradesuite.risk.exposure.Reservation;
import dev.tradesuite.risk.exposure.ReservationStore;
import dev.tradesuite.support.store.TimeColumns;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reservations in PostgreSQL. */
@Repository
class JdbcReservations implements ReservationStore {

    /**
     * The limits are written here once more, on the row itself: reservations are added only where they hold. An order
     * and the one whose place it takes are held both until one of them has ended; there is more room for just that.
     * What only reduces is no matter of limits, and has the room it takes.
     */
    private static final String ADD =
            """
            WITH account_held AS (
                UPDATE account SET
                    reserved_margin = reserved_margin + :all_margin,
                    reserved_loss = reserved_loss + :all_loss,
                    margin_room = greatest(margin_room + :replaced_margin,
                        CASE WHEN :only_reducing THEN reserved_margin + :all_margin ELSE 0 END),
                    loss_room = greatest(loss_room + :replaced_loss,
                        CASE WHEN :only_reducing THEN reserved_loss + :all_loss ELSE 0 END),
                    version = version + 1
                WHERE id = :account
                  AND (:only_reducing OR (
                      100 * (margin_used + reserved_margin + :all_margin - :replaced_margin) <= margin_percent * equity
                      AND 100 * (day_start_equity - equity + reserved_loss + :all_loss - :replaced_loss)
                          <= daily_loss_percent * day_start_equity
                      AND 100 * :largest_loss <= position_size_percent * equity
                      AND 100 * (high_water_mark - equity) <= drawdown_percent * high_water_mark))
                RETURNING id)
            INSERT INTO reservation (%s, asked_at)
            SELECT r.*, r.created_at FROM account_held, %s
            """
                    .formatted(ReservationRowMapper.NAMES, ReservationRowMapper.ROWS);

    private static final String SAVE =
            """
            UPDATE reservation SET
                filled = r.filled, booked = r.booked, last_filled = r.last_filled, status = r.status,
                held = r.held, held_loss = r.held_loss, held_margin = r.held_margin, held_value = r.held_value,
                changed_at = r.changed_at, ended_because = r.ended_because
            FROM %s
            WHERE reservation.order_id = r.order_id
            """
                    .formatted(ReservationRowMapper.ROWS);

    private final JdbcClient jdbc;
    private final UnitOfWork unitOfWork;

    JdbcReservations(JdbcClient jdbc, UnitOfWork unitOfWork) {
        this.jdbc = jdbc;
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Optional<Reservation> find(UUID orderId) {
        return jdbc.sql("SELECT * FROM reservation WHERE order_id = :order")
                .param("order", orderId)
                .query((row, _) -> ReservationRowMapper.read(row))
                .optional();
    }

    @Override
    public List<Reservation> list(String accountId, @Nullable ReservationStatus status, int most) {
        return jdbc.sql(
                        """
                        SELECT * FROM reservation
                        WHERE account_id = :account AND (CAST(:status AS text) IS NULL OR status = :status)
                        ORDER BY created_at DESC, order_id
                        LIMIT :most
                        """)
                .param("account", accountId)
                .param("status", status == null ? null : status.name())
                .param("most", most)
                .query((row, _) -> ReservationRowMapper.read(row))
                .list();
    }

    @Override
    public boolean hasStrategy(String strategy) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM reservation WHERE strategy = :strategy)")
                .param("strategy", strategy)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Reservation> held(LockedAccount account) {
        return jdbc.sql("SELECT * FROM reservation WHERE account_id = :account AND held > 0 ORDER BY order_id")
                .param("account", account.account().id())
                .query((row, _) -> ReservationRowMapper.read(row))
                .list();
    }

    @Override
    public void add(LockedAccount account, List<Reservation> reservations, ReplacedOrders replaced) {
        account.write();
        BigDecimal loss = sum(reservations, Reservation::heldLoss);
        BigDecimal margin = sum(reservations, Reservation::heldMargin);
        Map<String, Object> parameters = new HashMap<>(ReservationRowMapper.parameters(reservations));
        parameters.put("account", account.account().id());
        parameters.put("all_loss", loss);
        parameters.put("all_margin", margin);
        parameters.put("replaced_loss", replaced.loss());
        parameters.put("replaced_margin", replaced.margin());
        parameters.put(
                "largest_loss",
                reservations.stream().map(Reservation::heldLoss).reduce(BigDecimal.ZERO, BigDecimal::max));
        parameters.put(
                "only_reducing",
                reservations.stream().allMatch(reservation -> reservation.hold().reduces()));
        if (jdbc.sql(ADD).params(parameters).update() != reservations.size()) {
            throw new IllegalStateException("the limits on the row refused %s although their checks passed"
                    .formatted(reservations.stream().map(Reservation::orderId).toList()));
        }
        account.heldInRow(loss, margin);
    }

    private static BigDecimal sum(List<Reservation> reservations, Function<Reservation, BigDecimal> part) {
        return reservations.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public void save(LockedAccount account, List<Reservation> reservations) {
        jdbc.sql(SAVE).params(ReservationRowMapper.parameters(reservations)).update();
        account.markWritten();
    }

    @Override
    public void rememberEnd(UUID orderId, Instant at) {
        jdbc.sql("INSERT INTO ended_order (order_id, ended_at) VALUES (:order, :at) ON CONFLICT DO NOTHING")
                .param("order", orderId)
                .param("at", TimeColumns.of(at))
                .update();
    }

    @Override
    public List<Reservation> unaskedSince(Instant moment, int most) {
        return jdbc.sql(
                        """
                        SELECT * FROM reservation WHERE held > 0 AND asked_at < :moment
                        ORDER BY asked_at
                        LIMIT :most
                        """)
                .param("moment", TimeColumns.of(moment))
                .param("most", most)
                .query((row, _) -> ReservationRowMapper.read(row))
                .list();
    }

    @Override
    public void asked(UUID orderId, Instant at) {
        unitOfWork.relaxed(() -> jdbc.sql("UPDATE reservation SET asked_at = :at WHERE order_id = :order")
                .param("at", TimeColumns.of(at))
                .param("order", orderId)
                .update());
    }

    @Override
    public void forgetEndedBefore(Instant moment) {
        forget("DELETE FROM reservation WHERE held = 0 AND changed_at < :moment", moment);
    }

    @Override
    public void forgetEndsBefore(Instant moment) {
        forget("DELETE FROM ended_order WHERE ended_at < :moment", moment);
    }

    private void forget(String delete, Instant moment) {
        unitOfWork.relaxed(
                () -> jdbc.sql(delete).param("moment", TimeColumns.of(moment)).update());
    }
}
