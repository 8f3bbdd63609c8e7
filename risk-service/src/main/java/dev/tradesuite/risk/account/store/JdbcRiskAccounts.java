package dev.tradesuite.risk.account.store;

import dev.tradesuite.risk.account.BookedPosition;
import dev.tradesuite.risk.account.Breach;
import dev.tradesuite.risk.account.HighWaterMarkChange;
import dev.tradesuite.risk.account.LimitChange;
import dev.tradesuite.risk.account.LockedAccount;
import dev.tradesuite.risk.account.RiskAccount;
import dev.tradesuite.risk.account.RiskAccounts;
import dev.tradesuite.risk.state.store.JdbcTradingStates;
import dev.tradesuite.support.store.TimeColumns;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What risk remembers of accounts, in PostgreSQL. */
@Repository
class JdbcRiskAccounts implements RiskAccounts {

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
                id, currency, sequence, equity, equity_at, margin_used, open_stakes, day, day_start_equity, high_water_mark,
                net_cash_flow, archived, reserved_margin, reserved_loss, margin_room, loss_room, daily_loss_percent, drawdown_percent,
                position_size_percent, margin_percent, correlation_limit, currency_exposure_percent)
            VALUES (
                :id, :currency, :sequence, :equity, :equity_at, :margin_used, :open_stakes, :day, :day_start_equity,
                :high_water_mark,
                :net_cash_flow, :archived, :reserved_margin, :reserved_loss, :margin_room, :loss_room, :daily_loss_percent, :drawdown_percent,
                :position_size_percent, :margin_percent, :correlation_limit, :currency_exposure_percent)
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String SAVE =
            """
            UPDATE account SET
                currency = :currency, sequence = :sequence, equity = :equity, equity_at = :equity_at,
                margin_used = :margin_used, open_stakes = :open_stakes, day = :day, day_start_equity = :day_start_equity,
                high_water_mark = :high_water_mark, net_cash_flow = :net_cash_flow, archived = :archived,
                reserved_margin = :reserved_margin,
                reserved_loss = :reserved_loss, margin_room = :margin_room, loss_room = :loss_room,
                daily_loss_percent = :daily_loss_percent, drawdown_percent = :drawdown_percent,
                position_size_percent = :position_size_percent, margin_percent = :margin_percent,
                correlation_limit = :correlation_limit, currency_exposure_percent = :currency_exposure_percent,
                version = version + 1
            WHERE id = :id
            """;

    /** Of the positions only what differs is written. It runs after the lock, so it sees the newest. */
    private static final String POSITIONS =
            """
            WITH told AS (
                SELECT * FROM unnest(
                    CAST(:symbols AS text[]), CAST(:sides AS text[]), CAST(CAST(:lots AS text[]) AS numeric[]),
                    CAST(CAST(:margins AS text[]) AS numeric[]), CAST(CAST(:marks AS text[]) AS numeric[]),
                    CAST(CAST(:losses AS text[]) AS numeric[]), CAST(CAST(:rates AS text[]) AS numeric[]))
                    AS t (symbol, side, lots, margin, mark_price, loss_at_stop, conversion_rate)),
            gone AS (
                DELETE FROM position p
                WHERE p.account_id = :id AND NOT EXISTS (SELECT FROM told WHERE told.symbol = p.symbol))%s
            INSERT INTO position (account_id, symbol, side, lots, margin, mark_price, loss_at_stop, conversion_rate)
            SELECT :id, t.symbol, t.side, t.lots, t.margin, t.mark_price, t.loss_at_stop, t.conversion_rate
            FROM told t
            LEFT JOIN position p ON p.account_id = :id AND p.symbol = t.symbol
            WHERE p.symbol IS NULL
               OR (p.side, p.lots, p.margin, p.mark_price, p.loss_at_stop, p.conversion_rate)
                   IS DISTINCT FROM (t.side, t.lots, t.margin, t.mark_price, t.loss_at_stop, t.conversion_rate)
            ON CONFLICT (account_id, symbol) DO UPDATE SET
                side = excluded.side, lots = excluded.lots, margin = excluded.margin, mark_price = excluded.mark_price,
                loss_at_stop = excluded.loss_at_stop, conversion_rate = excluded.conversion_rate
            """;

    /** One statement for both: a report of the books changes the figures too. */
    private static final String SAVE_WITH_POSITIONS = POSITIONS.formatted(", figures AS (" + SAVE + ")");

    private static final String ADD_POSITIONS = POSITIONS.formatted("");

    private final JdbcClient jdbc;
    private final UnitOfWork unitOfWork;
    private final TransactionTemplate transactions;

    JdbcRiskAccounts(JdbcClient jdbc, UnitOfWork unitOfWork, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.unitOfWork = unitOfWork;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<RiskAccount> find(String accountId) {
        return jdbc.sql("SELECT * FROM account WHERE id = :account")
                .param("account", accountId)
                .query((row, _) -> AccountRowMapper.read(row))
                .optional();
    }

    @Override
    public <T> Optional<T> locked(String accountId, Function<LockedAccount, T> work) {
        Optional<T> result = transactions.execute(status -> {
            Optional<LockedAccount> account = lock(accountId);
            Optional<T> done = account.map(work);
            account.ifPresent(LockedAccount::write);
            // A lock alone makes a commit that waits for the disk; rolling back does not.
            if (status.isNewTransaction()
                    && account.filter(LockedAccount::isWritten).isEmpty()) {
                status.setRollbackOnly();
            }
            return done;
        });
        return Objects.requireNonNull(result);
    }

    private Optional<LockedAccount> lock(String accountId) {
        return jdbc.sql(LOCK)
                .param("account", accountId)
                .param("key", JdbcTradingStates.LOCK_KEY)
                .query((row, _) -> AccountRowMapper.read(row))
                .optional()
                .map(account -> new LockedAccount(account, this::save));
    }

    private void save(RiskAccount account, @Nullable List<BookedPosition> positions) {
        if (positions == null) {
            jdbc.sql(SAVE).params(AccountRowMapper.parameters(account)).update();
        } else {
            Map<String, Object> parameters = new HashMap<>(AccountRowMapper.parameters(account));
            parameters.putAll(columns(positions));
            jdbc.sql(SAVE_WITH_POSITIONS).params(parameters).update();
        }
    }

    private static Map<String, Object> columns(List<BookedPosition> positions) {
        return Map.of(
                "symbols", texts(positions, BookedPosition::symbol),
                "sides", texts(positions, position -> position.side().name()),
                "lots", texts(positions, position -> position.lots().value()),
                "margins", texts(positions, BookedPosition::margin),
                "marks", texts(positions, BookedPosition::markPrice),
                "losses", texts(positions, BookedPosition::lossAtStop),
                "rates", texts(positions, BookedPosition::conversionRate));
    }

    private static String[] texts(List<BookedPosition> positions, Function<BookedPosition, @Nullable Object> column) {
        return positions.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    @Override
    public boolean add(RiskAccount account, List<BookedPosition> positions, Consumer<LockedAccount> work) {
        return unitOfWork.durable(() -> {
            boolean added =
                    jdbc.sql(ADD).params(AccountRowMapper.parameters(account)).update() == 1;
            if (added) {
                LockedAccount locked = new LockedAccount(account, this::save);
                work.accept(locked);
                locked.write();
                if (!positions.isEmpty()) {
                    jdbc.sql(ADD_POSITIONS)
                            .params(columns(positions))
                            .param("id", account.id())
                            .update();
                }
            }
            return added;
        });
    }

    @Override
    public void record(String accountId, Breach breach, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO limit_breach (account_id, check_name, measured, limit_was, at)
                        VALUES (:account, :check, :measured, :limit, :at)
                        """)
                .param("account", accountId)
                .param("check", breach.check().name())
                .param("measured", breach.measured())
                .param("limit", breach.limit())
                .param("at", TimeColumns.of(at))
                .update();
    }

    @Override
    public void record(LimitChange change) {
        jdbc.sql(
                        """
                        INSERT INTO limit_change (
                            account_id, daily_loss_percent, drawdown_percent, position_size_percent, margin_percent,
                            correlation_limit, currency_exposure_percent, reason, changed_by, changed_at)
                        VALUES (
                            :account, :daily_loss_percent, :drawdown_percent, :position_size_percent, :margin_percent,
                            :correlation_limit, :currency_exposure_percent, :reason, :person, :at)
                        """)
                .params(AccountRowMapper.limits(change.limits()))
                .param("account", change.accountId())
                .param("reason", change.reason())
                .param("person", change.person())
                .param("at", TimeColumns.of(change.at()))
                .update();
    }

    @Override
    public void record(HighWaterMarkChange change) {
        jdbc.sql(
                        """
                        INSERT INTO high_water_mark_change (
                            account_id, from_amount, to_amount, reason, changed_by, changed_at)
                        VALUES (:account, :from, :to, :reason, :person, :at)
                        """)
                .param("account", change.accountId())
                .param("from", change.from())
                .param("to", change.to())
                .param("reason", change.reason())
                .param("person", change.person())
                .param("at", TimeColumns.of(change.at()))
                .update();
    }

    @Override
    public List<String> accountsBefore(LocalDate day) {
        return jdbc.sql("SELECT id FROM account WHERE day < :day ORDER BY id")
                .param("day", day)
                .query(String.class)
                .list();
    }

    @Override
    public void forgetHistoryBefore(Instant moment) {
        unitOfWork.relaxed(() -> {
            jdbc.sql("SELECT set_config('risk.pruning', 'on', true)")
                    .query(String.class)
                    .single();
            return jdbc.sql(
                            """
                            WITH changes AS (DELETE FROM limit_change WHERE changed_at < :moment),
                                marks AS (DELETE FROM high_water_mark_change WHERE changed_at < :moment)
                            DELETE FROM limit_breach WHERE at < :moment
                            """)
                    .param("moment", TimeColumns.of(moment))
                    .update();
        });
    }
}
