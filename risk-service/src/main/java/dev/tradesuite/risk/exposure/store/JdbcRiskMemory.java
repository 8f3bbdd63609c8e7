package dev.tradesuite.risk.exposure.store;

import dev.tradesuite.risk.check.AccountSnapshot;
import dev.tradesuite.risk.check.Figure;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.exposure.AccountMemory;
import dev.tradesuite.risk.exposure.LockedAccount;
import dev.tradesuite.risk.exposure.Reservation;
import dev.tradesuite.risk.exposure.RiskMemory;
import dev.tradesuite.risk.limit.StateEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Risk memory in PostgreSQL. */
@Repository
class JdbcRiskMemory implements RiskMemory {

    /**
     * Locks the account's row. The shared lock beside it is what {@link JdbcTradingStates} takes alone to change the
     * state of a portfolio, strategy or symbol: it waits for reservations under way, and later ones see the change.
     */
    private static final String LOCK =
            """
            SELECT a.* FROM account a, (SELECT pg_advisory_xact_lock_shared(:key)) l
            WHERE a.id = :account
            FOR UPDATE OF a
            """;

    private static final String ADD =
            """
            INSERT INTO account (
                id, currency, sequence, equity, equity_at, margin_used, day, day_start_equity, high_water_mark,
                reserved_margin, reserved_loss, margin_room, loss_room, daily_loss_percent, drawdown_percent,
                position_size_percent, margin_percent, correlation_limit, currency_exposure_percent)
            VALUES (
                :id, :currency, :sequence, :equity, :equity_at, :margin_used, :day, :day_start_equity, :high_water_mark,
                :reserved_margin, :reserved_loss, :margin_room, :loss_room, :daily_loss_percent, :drawdown_percent,
                :position_size_percent, :margin_percent, :correlation_limit, :currency_exposure_percent)
            ON CONFLICT (id) DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final HoldingRows holdings;
    private final Clock clock;

    JdbcRiskMemory(JdbcClient jdbc, PlatformTransactionManager transactions, HoldingRows holdings, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.holdings = holdings;
        this.clock = clock;
    }

    /** One statement, so that figures, positions, reservations and states are those of one moment. */
    @Override
    public Optional<AccountSnapshot> snapshot(String accountId, TradeSubjects about) {
        return jdbc.sql("SELECT a.*, l.* FROM account a LEFT JOIN LATERAL (%s) l ON true WHERE a.id = :account"
                        .formatted(HoldingRows.SELECT))
                .params(HoldingRows.parameters(accountId, about, null))
                .query((ResultSetExtractor<Optional<AccountSnapshot>>) this::snapshot);
    }

    private Optional<AccountSnapshot> snapshot(ResultSet row) throws SQLException {
        AccountMemory account = null;
        HoldingRows.Collected collected = new HoldingRows.Collected();
        while (row.next()) {
            if (account == null) {
                account = AccountRow.read(row);
            }
            holdings.collect(row, account.figures().currency(), collected);
        }
        return Optional.ofNullable(account)
                .map(found ->
                        new AccountSnapshot(found.figures(), collected.holdings(), Figure.zero(), collected.states()));
    }

    @Override
    public List<StateEntry> states(@Nullable String accountId, TradeSubjects about) {
        return jdbc.sql(
                        """
                        SELECT * FROM trading_state
                        WHERE (scope, id) IN (
                            ('ACCOUNT', :account), ('SYMBOL', :symbol), ('STRATEGY', :strategy),
                            ('PORTFOLIO', :portfolio))
                        """)
                .params(HoldingRows.parameters(accountId, about, null))
                .query((row, _) -> StateRow.read(row))
                .list();
    }

    @Override
    public Optional<AccountMemory> find(String accountId) {
        return jdbc.sql("SELECT * FROM account WHERE id = ?")
                .param(accountId)
                .query((row, _) -> AccountRow.read(row))
                .optional();
    }

    @Override
    public <T> Optional<T> locked(String accountId, Function<LockedAccount, T> work) {
        Optional<T> result = transactions.execute(status -> {
            Optional<JdbcLockedAccount> account = lock(accountId);
            Optional<T> done = account.map(work);
            endQuietlyUnlessChanged(status, account);
            return done;
        });
        return Objects.requireNonNull(result);
    }

    private Optional<JdbcLockedAccount> lock(String accountId) {
        return jdbc.sql(LOCK)
                .param("account", accountId)
                .param("key", JdbcTradingStates.LOCK_KEY)
                .query((row, _) -> AccountRow.read(row))
                .optional()
                .map(memory -> new JdbcLockedAccount(jdbc, holdings, clock, memory));
    }

    /** A lock alone makes a commit that waits for the disk; rolling back does not. */
    private static void endQuietlyUnlessChanged(TransactionStatus status, Optional<JdbcLockedAccount> account) {
        boolean changed = account.map(JdbcLockedAccount::isChanged).orElse(false);
        if (status.isNewTransaction() && !changed) {
            status.setRollbackOnly();
        }
    }

    @Override
    public boolean add(AccountMemory account, Consumer<LockedAccount> work) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean added = jdbc.sql(ADD).params(AccountRow.parameters(account)).update() == 1;
            if (added) {
                work.accept(new JdbcLockedAccount(jdbc, holdings, clock, account));
            }
            return added;
        }));
    }

    @Override
    public Optional<Reservation> reservation(UUID orderId) {
        return ReservationRow.find(jdbc, orderId);
    }

    @Override
    public List<Reservation> reservations(String accountId, Reservation.@Nullable Status status, int most) {
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
                .query((row, _) -> ReservationRow.read(row))
                .list();
    }

    @Override
    public void forgetEndsBefore(Instant moment) {
        jdbc.sql("DELETE FROM ended_order WHERE ended_at < ?")
                .param(Times.column(moment))
                .update();
    }

    @Override
    public List<String> accountsBefore(LocalDate day) {
        return jdbc.sql("SELECT id FROM account WHERE day < ? ORDER BY id")
                .param(day)
                .query(String.class)
                .list();
    }
}
