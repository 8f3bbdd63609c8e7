package dev.tradesuite.risk.exposure.store;

import dev.tradesuite.risk.check.AccountSnapshot;
import dev.tradesuite.risk.check.Figure;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.exposure.AccountMemory;
import dev.tradesuite.risk.exposure.BookedPosition;
import dev.tradesuite.risk.exposure.Breach;
import dev.tradesuite.risk.exposure.LockedAccount;
import dev.tradesuite.risk.exposure.Reservation;
import dev.tradesuite.risk.limit.Limits;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account's row under the lock of the present transaction. */
final class JdbcLockedAccount implements LockedAccount {

    private static final String SAVE =
            """
            UPDATE account SET
                currency = :currency, sequence = :sequence, equity = :equity, equity_at = :equity_at,
                margin_used = :margin_used, day = :day, day_start_equity = :day_start_equity,
                high_water_mark = :high_water_mark, reserved_margin = :reserved_margin,
                reserved_loss = :reserved_loss, margin_room = :margin_room, loss_room = :loss_room,
                daily_loss_percent = :daily_loss_percent, drawdown_percent = :drawdown_percent,
                position_size_percent = :position_size_percent, margin_percent = :margin_percent,
                correlation_limit = :correlation_limit, currency_exposure_percent = :currency_exposure_percent,
                version = version + 1
            WHERE id = :id
            """;

    /** The limits are written here once more, on the row itself: the reservation is added only where they hold. */
    private static final String HOLD =
            """
            WITH held AS (
                UPDATE account SET
                    reserved_margin = reserved_margin + :held_margin,
                    reserved_loss = reserved_loss + :held_loss,
                    version = version + 1
                WHERE id = :account_id
                  AND (:reduces OR (
                      100 * (margin_used + reserved_margin + :margin) <= margin_percent * equity
                      AND 100 * (day_start_equity - equity + reserved_loss + :loss)
                          <= daily_loss_percent * day_start_equity
                      AND 100 * :loss <= position_size_percent * equity
                      AND 100 * (high_water_mark - equity) <= drawdown_percent * high_water_mark))
                RETURNING id)
            INSERT INTO reservation (
                order_id, account_id, kind, symbol, side, lots, reduces, loss, margin, notional,
                status, held_lots, held_loss, held_margin, held_notional,
                strategy, portfolio_id, created_at, changed_at)
            SELECT
                :order_id, id, :kind, :symbol, :side, :lots, :reduces, :loss, :margin, :notional,
                :status, :held_lots, :held_loss, :held_margin, :held_notional,
                :strategy, :portfolio_id, :created_at, :changed_at
            FROM held
            """;

    private static final String SAVE_RESERVATION =
            """
            UPDATE reservation SET
                filled_lots = :filled_lots, booked_lots = :booked_lots, final_lots = :final_lots, status = :status,
                held_lots = :held_lots, held_loss = :held_loss, held_margin = :held_margin,
                held_notional = :held_notional, changed_at = :changed_at, ended_because = :ended_because
            WHERE order_id = :order_id
            """;

    private final JdbcClient jdbc;
    private final HoldingRows holdings;
    private final Clock clock;
    private AccountMemory memory;
    private boolean changed;

    JdbcLockedAccount(JdbcClient jdbc, HoldingRows holdings, Clock clock, AccountMemory memory) {
        this.jdbc = jdbc;
        this.holdings = holdings;
        this.clock = clock;
        this.memory = memory;
    }

    /** Says whether this transaction has something to commit. */
    boolean isChanged() {
        return changed;
    }

    @Override
    public AccountMemory memory() {
        return memory;
    }

    /** A statement of its own after the lock: it sees what was committed while the lock was waited for. */
    @Override
    public OrderView view(TradeSubjects about, UUID orderId) {
        HoldingRows.Collected collected = new HoldingRows.Collected();
        jdbc.sql(HoldingRows.SELECT)
                .params(HoldingRows.parameters(memory.id(), about, orderId))
                .query(row -> {
                    holdings.collect(row, memory.figures().currency(), collected);
                });
        return new OrderView(
                new AccountSnapshot(memory.figures(), collected.holdings(), Figure.zero(), collected.states()),
                collected.orderReserved() ? ReservationRow.find(jdbc, orderId) : Optional.empty(),
                collected.orderEnded());
    }

    @Override
    public Optional<Reservation> reservation(UUID orderId) {
        return ReservationRow.find(jdbc, orderId)
                .filter(reservation -> reservation.accountId().equals(memory.id()));
    }

    @Override
    public List<Reservation> held() {
        return jdbc.sql("SELECT * FROM reservation WHERE account_id = ? AND held_lots > 0 ORDER BY order_id")
                .param(memory.id())
                .query((row, _) -> ReservationRow.read(row))
                .list();
    }

    @Override
    public void save(AccountMemory account) {
        changed = true;
        jdbc.sql(SAVE).params(AccountRow.parameters(account)).update();
        memory = account;
    }

    @Override
    public void savePositions(List<BookedPosition> positions) {
        changed = true;
        jdbc.sql("DELETE FROM position WHERE account_id = ?").param(memory.id()).update();
        for (BookedPosition position : positions) {
            jdbc.sql(
                            """
                            INSERT INTO position (account_id, symbol, side, lots, margin, leverage)
                            VALUES (:account, :symbol, :side, :lots, :margin, :leverage)
                            """)
                    .param("account", memory.id())
                    .param("symbol", position.symbol())
                    .param("side", position.side().name())
                    .param("lots", position.lots().value())
                    .param("margin", position.margin())
                    .param("leverage", position.leverage())
                    .update();
        }
    }

    @Override
    public void hold(Reservation reservation, TradeSubjects about) {
        changed = true;
        Map<String, @Nullable Object> parameters = ReservationRow.parameters(reservation);
        parameters.put("strategy", about.strategy());
        parameters.put("portfolio_id", about.portfolioId());
        if (jdbc.sql(HOLD).params(parameters).update() != 1) {
            throw new IllegalStateException(
                    "the guard refused order %s although its checks passed".formatted(reservation.orderId()));
        }
        memory = memory.holding(reservation.heldLoss(), reservation.heldMargin());
    }

    @Override
    public void save(Reservation before, Reservation after) {
        if (before.equals(after)) {
            return;
        }
        changed = true;
        jdbc.sql(SAVE_RESERVATION).params(ReservationRow.parameters(after)).update();
        AccountMemory holding = memory.holding(
                after.heldLoss().subtract(before.heldLoss()), after.heldMargin().subtract(before.heldMargin()));
        save(holding);
    }

    @Override
    public void rememberEnd(UUID orderId) {
        changed = true;
        jdbc.sql("INSERT INTO ended_order (order_id, ended_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(orderId, Times.column(clock.instant()))
                .update();
    }

    @Override
    public void record(Breach breach) {
        changed = true;
        jdbc.sql(
                        """
                        INSERT INTO limit_breach (account_id, check_name, measured, limit_was, at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        memory.id(),
                        breach.check().name(),
                        breach.measured(),
                        breach.limit(),
                        Times.column(clock.instant()))
                .update();
    }

    @Override
    public void recordLimits(Limits limits, String person) {
        changed = true;
        Map<String, Object> parameters = new HashMap<>(AccountRow.limits(limits));
        parameters.put("account", memory.id());
        parameters.put("person", person);
        parameters.put("at", Times.column(clock.instant()));
        jdbc.sql(
                        """
                        INSERT INTO limit_change (
                            account_id, daily_loss_percent, drawdown_percent, position_size_percent, margin_percent,
                            correlation_limit, currency_exposure_percent, changed_by, changed_at)
                        VALUES (
                            :account, :daily_loss_percent, :drawdown_percent, :position_size_percent, :margin_percent,
                            :correlation_limit, :currency_exposure_percent, :person, :at)
                        """)
                .params(parameters)
                .update();
    }
}
