package dev.tradesuite.risk.exposure.store;

import dev.tradesuite.risk.limit.StateEntry;
import dev.tradesuite.risk.limit.StateSubject;
import dev.tradesuite.risk.limit.TradingState;
import dev.tradesuite.risk.limit.TradingStateStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Trading states in PostgreSQL. */
@Repository
class JdbcTradingStates implements TradingStateStore {

    /** Key of the advisory lock between reservations, which share it, and changes of a state, which do not. */
    static final long LOCK_KEY = 0x7269736B_73746174L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    JdbcTradingStates(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * The state of an account is changed under its row lock, as the automatic triggers do. The others have no row that
     * reservations lock, so they have a lock of their own; nothing else is locked by who waits for it.
     */
    @Override
    public <T> T exclusively(StateSubject subject, Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            if (subject.scope() == StateSubject.Scope.ACCOUNT) {
                jdbc.sql("SELECT id FROM account WHERE id = ? FOR UPDATE")
                        .param(subject.id())
                        .query(String.class)
                        .optional();
            } else {
                jdbc.sql("SELECT pg_advisory_xact_lock(?)::text")
                        .param(LOCK_KEY)
                        .query(String.class)
                        .optional();
            }
            return work.get();
        }));
    }

    @Override
    public Optional<StateEntry> find(StateSubject subject) {
        return jdbc.sql("SELECT * FROM trading_state WHERE scope = ? AND id = ?")
                .params(subject.scope().name(), subject.id())
                .query((row, _) -> StateRow.read(row))
                .optional();
    }

    @Override
    public List<StateEntry> list(StateSubject.@Nullable Scope scope, @Nullable String id) {
        return jdbc.sql(
                        """
                        SELECT * FROM trading_state
                        WHERE (CAST(:scope AS text) IS NULL OR scope = :scope)
                          AND (CAST(:id AS text) IS NULL OR id = :id)
                        ORDER BY scope, id
                        """)
                .param("scope", scope == null ? null : scope.name())
                .param("id", id)
                .query((row, _) -> StateRow.read(row))
                .list();
    }

    @Override
    public void save(TradingState from, StateEntry entry) {
        jdbc.sql(
                        """
                        WITH change AS (
                            INSERT INTO trading_state_change (
                                scope, id, from_state, to_state, cause, changed_by, changed_at)
                            VALUES (:scope, :id, :from, :state, :cause, :changed_by, :changed_at))
                        INSERT INTO trading_state (scope, id, state, cause, changed_by, changed_at, last_day)
                        VALUES (:scope, :id, :state, :cause, :changed_by, :changed_at, :last_day)
                        ON CONFLICT (scope, id) DO UPDATE SET
                            state = excluded.state, cause = excluded.cause, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at, last_day = excluded.last_day
                        """)
                .param("scope", entry.subject().scope().name())
                .param("id", entry.subject().id())
                .param("from", from.name())
                .param("state", entry.state().name())
                .param("cause", entry.cause())
                .param("changed_by", entry.changedBy())
                .param("changed_at", Times.column(entry.changedAt()))
                .param("last_day", entry.lastDay())
                .update();
    }
}
