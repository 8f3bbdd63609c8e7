package dev.tradesuite.risk.state.store;

import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.risk.state.StateEntry;
import dev.tradesuite.risk.state.StateSubject;
import dev.tradesuite.risk.state.TradingStateStore;
import dev.tradesuite.support.store.TimeColumns;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Trading states in PostgreSQL. */
@Repository
public class JdbcTradingStates implements TradingStateStore {

    /** Key of the advisory lock between reservations, which share it, and changes of a state, which do not. */
    public static final long LOCK_KEY = 0x7269736B_73746174L;

    private final JdbcClient jdbc;
    private final UnitOfWork unitOfWork;

    JdbcTradingStates(JdbcClient jdbc, UnitOfWork unitOfWork) {
        this.jdbc = jdbc;
        this.unitOfWork = unitOfWork;
    }

    /**
     * The state of an account is changed under its row lock, as the automatic triggers do. The others have no row that
     * reservations lock, so they have a lock of their own; nothing else is locked by who waits for it.
     */
    @Override
    public <T> T exclusively(StateSubject subject, Supplier<T> work) {
        return unitOfWork.durable(() -> {
            if (subject.scope() == TradingStateScope.ACCOUNT) {
                jdbc.sql("SELECT id FROM account WHERE id = :id FOR UPDATE")
                        .param("id", subject.id())
                        .query(String.class)
                        .optional();
            } else {
                jdbc.sql("SELECT pg_advisory_xact_lock(:key)::text")
                        .param("key", LOCK_KEY)
                        .query(String.class)
                        .optional();
            }
            return work.get();
        });
    }

    @Override
    public Optional<StateEntry> find(StateSubject subject) {
        return jdbc.sql("SELECT * FROM trading_state WHERE scope = :scope AND id = :id")
                .param("scope", subject.scope().name())
                .param("id", subject.id())
                .query((row, _) -> StateRowMapper.read(row, "id"))
                .optional();
    }

    @Override
    public List<StateEntry> list(@Nullable TradingStateScope scope, @Nullable String id) {
        return jdbc.sql(
                        """
                        SELECT * FROM trading_state
                        WHERE (CAST(:scope AS text) IS NULL OR scope = :scope)
                          AND (CAST(:id AS text) IS NULL OR id = :id)
                        ORDER BY scope, id
                        """)
                .param("scope", scope == null ? null : scope.name())
                .param("id", id)
                .query((row, _) -> StateRowMapper.read(row, "id"))
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
                .param("changed_at", TimeColumns.of(entry.changedAt()))
                .param("last_day", entry.lastDay())
                .update();
    }

    @Override
    public void forgetChangesBefore(Instant moment) {
        unitOfWork.relaxed(() -> {
            jdbc.sql("SELECT set_config('risk.pruning', 'on', true)")
                    .query(String.class)
                    .single();
            return jdbc.sql("DELETE FROM trading_state_change WHERE changed_at < :moment")
                    .param("moment", TimeColumns.of(moment))
                    .update();
        });
    }
}
