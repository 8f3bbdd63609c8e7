package dev.tradesuite.orchestrator.cycle.store;

import static dev.tradesuite.support.store.TimeColumns.instant;
import static dev.tradesuite.support.store.TimeColumns.instantOrNull;

import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.CycleTrigger;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.cycle.Cycle;
import dev.tradesuite.orchestrator.cycle.CycleClaim;
import dev.tradesuite.orchestrator.cycle.CycleCounts;
import dev.tradesuite.orchestrator.cycle.CycleFailure;
import dev.tradesuite.orchestrator.cycle.CycleOwner;
import dev.tradesuite.orchestrator.cycle.CycleSettings;
import dev.tradesuite.orchestrator.cycle.CycleStore;
import dev.tradesuite.orchestrator.cycle.DueCycle;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table {@code cycle}.
 *
 * <p>Claims of one portfolio come one after the other, under an advisory lock: the order of their fences is then the
 * order of the claims.
 */
@Component
final class JdbcCycleStore implements CycleStore {

    private static final String COLUMNS =
            """
            cycle_id, portfolio_id, strategy_queue, trigger, due_at, status, strategy_type, attempts, fence, started_at,
            ended_at, signals, trades, denied, settled, error_code, error_detail""";

    /**
     * A claim in one statement. The lock comes first and the fence after it; what the statement has seen of other
     * cycles may be older than the lock, but then the unique index of running cycles refuses it.
     */
    private static final String CLAIM =
            """
            WITH turn AS MATERIALIZED (
                SELECT pg_advisory_xact_lock(hashtextextended('cycle of portfolio ' || :portfolio, 0)),
                       set_config('synchronous_commit', 'off', true)
            )
            INSERT INTO cycle (cycle_id, portfolio_id, strategy_queue, trigger, status, due_at, started_at, attempts,
                               fence, owner, lease_until)
            SELECT :id, :portfolio, :queue, :trigger, 'RUNNING', :due, :at, 1,
                   nextval('cycle_fence'), :owner, now() + :lease * interval '1 millisecond'
            FROM turn
            WHERE NOT EXISTS (SELECT FROM cycle
                              WHERE portfolio_id = :portfolio AND status = 'RUNNING' AND cycle_id <> :id)
            ON CONFLICT (cycle_id) DO UPDATE
            SET status = 'RUNNING', started_at = excluded.started_at, attempts = cycle.attempts + 1,
                fence = excluded.fence, owner = excluded.owner, lease_until = excluded.lease_until, ended_at = NULL,
                error_code = NULL, error_detail = NULL
            WHERE cycle.portfolio_id = excluded.portfolio_id
              AND (cycle.status = 'REQUESTED'
                OR cycle.status = 'RUNNING' AND cycle.lease_until < now()
                OR cycle.status IN ('FAILED', 'SKIPPED') AND :again)
            RETURNING\s"""
                    + COLUMNS;

    private final JdbcClient jdbc;
    private final String owner;
    private final Duration lease;

    JdbcCycleStore(JdbcClient jdbc, CycleOwner owner, CycleSettings settings) {
        this.jdbc = jdbc;
        this.owner = owner.name();
        this.lease = settings.lease();
    }

    @Override
    public boolean add(Cycle cycle) {
        Map<String, @Nullable Object> row = parameters(cycle.due());
        row.put("status", cycle.status().name());
        row.put("strategy", cycle.strategyType());
        row.putAll(end(cycle.end()));
        return jdbc.sql(
                                """
                        INSERT INTO cycle (cycle_id, portfolio_id, strategy_queue, trigger, due_at, status,
                                           strategy_type, ended_at, error_code, error_detail)
                        VALUES (:id, :portfolio, :queue, :trigger, :due, :status, :strategy, :ended, :code, :detail)
                        ON CONFLICT DO NOTHING
                        """)
                        .params(row)
                        .update()
                == 1;
    }

    @Override
    public CycleClaim claim(DueCycle due, boolean again, Instant at) {
        return taken(due, again, at)
                .or(() -> refusal(due, again))
                // What stood in the way has ended in between.
                .or(() -> taken(due, again, at))
                .orElseGet(() -> new CycleClaim.Busy(due.id()));
    }

    private Optional<CycleClaim> taken(DueCycle due, boolean again, Instant at) {
        Map<String, @Nullable Object> row = parameters(due);
        row.put("again", again);
        row.put("at", TimeColumns.of(at));
        row.put("owner", owner);
        row.put("lease", lease.toMillis());
        try {
            return jdbc.sql(CLAIM)
                    .params(row)
                    .query(JdbcCycleStore::cycle)
                    .optional()
                    .map(CycleClaim.Taken::new);
        } catch (DuplicateKeyException _) {
            return Optional.empty();
        }
    }

    private Optional<CycleClaim> refusal(DueCycle due, boolean again) {
        Optional<Cycle> known = find(due.id());
        if (known.isPresent()) {
            Cycle cycle = known.get();
            if (cycle.portfolioId() != due.portfolioId()) {
                return Optional.of(new CycleClaim.Foreign(cycle.portfolioId()));
            }
            if (cycle.status() == CycleStatus.SUCCEEDED || (cycle.end() != null && !again)) {
                return Optional.of(new CycleClaim.Ended(cycle));
            }
        }
        return jdbc.sql("SELECT cycle_id FROM cycle WHERE portfolio_id = :portfolio AND status = 'RUNNING'")
                .param("portfolio", due.portfolioId())
                .query(UUID.class)
                .optional()
                .map(CycleClaim.Busy::new);
    }

    @Override
    public void renew(Collection<Held> held) {
        jdbc.sql(
                        """
                        UPDATE cycle SET lease_until = now() + :lease * interval '1 millisecond'
                        FROM unnest(:ids::uuid[], :fences::bigint[]) AS mine (id, fence)
                        WHERE cycle.cycle_id = mine.id AND cycle.fence = mine.fence AND cycle.status = 'RUNNING'
                        """)
                .param("lease", lease.toMillis())
                .param("ids", held.stream().map(Held::cycleId).toArray(UUID[]::new))
                .param("fences", held.stream().map(Held::fence).toArray(Long[]::new))
                .update();
    }

    @Override
    public boolean end(Cycle ended) {
        Map<String, @Nullable Object> row = end(ended.end());
        row.put("id", ended.id());
        row.put("fence", ended.fence());
        row.put("status", ended.status().name());
        row.put("strategy", ended.strategyType());
        return jdbc.sql(
                                """
                        UPDATE cycle
                        SET status = :status, strategy_type = :strategy, ended_at = :ended, signals = :signals,
                            trades = :trades, denied = :denied, settled = :settled, error_code = :code,
                            error_detail = :detail, lease_until = NULL
                        WHERE cycle_id = :id AND fence = :fence AND status = 'RUNNING'
                        """)
                        .params(row)
                        .update()
                == 1;
    }

    @Override
    public Optional<Cycle> giveUp(UUID id, int attempts, CycleFailure why, Instant at) {
        return jdbc.sql(
                        """
                        UPDATE cycle
                        SET status = 'FAILED', ended_at = :at, error_code = :code, error_detail = :detail,
                            lease_until = NULL
                        WHERE cycle_id = :id AND attempts = :attempts AND status = 'RUNNING' AND lease_until < now()
                        RETURNING\s"""
                                + COLUMNS)
                .param("at", TimeColumns.of(at))
                .param("code", why.code().name())
                .param("detail", why.detail())
                .param("id", id)
                .param("attempts", attempts)
                .query(JdbcCycleStore::cycle)
                .optional();
    }

    @Override
    public List<Cycle> abandoned(int limit) {
        return jdbc.sql("SELECT %s FROM cycle WHERE status = 'RUNNING' AND lease_until < now() LIMIT :limit"
                        .formatted(COLUMNS))
                .param("limit", limit)
                .query(JdbcCycleStore::cycle)
                .list();
    }

    @Override
    public List<Cycle> waitingLongerThan(Duration age, int limit) {
        return jdbc.sql(
                        """
                        SELECT %s FROM cycle
                        WHERE status = 'REQUESTED' AND requested_at < now() - :age * interval '1 millisecond'
                        ORDER BY requested_at LIMIT :limit
                        """
                                .formatted(COLUMNS))
                .param("age", age.toMillis())
                .param("limit", limit)
                .query(JdbcCycleStore::cycle)
                .list();
    }

    @Override
    public Optional<Cycle> find(UUID id) {
        return jdbc.sql("SELECT %s FROM cycle WHERE cycle_id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(JdbcCycleStore::cycle)
                .optional();
    }

    @Override
    public List<Cycle> list(Filter filter) {
        CycleStatus status = filter.status();
        return jdbc.sql(
                        """
                        SELECT %s FROM cycle
                        WHERE (:portfolio::bigint IS NULL OR portfolio_id = :portfolio)
                          AND (:all OR portfolio_id = ANY (:only))
                          AND (:status::text IS NULL OR status = :status)
                          AND (:strategy::text IS NULL OR coalesce(strategy_type, strategy_queue) = :strategy)
                        ORDER BY due_at DESC, requested_at DESC, cycle_id LIMIT :limit
                        """
                                .formatted(COLUMNS))
                .param("portfolio", filter.portfolioId())
                .param("all", filter.only() == null)
                .param(
                        "only",
                        Objects.requireNonNullElse(filter.only(), Set.<Long>of())
                                .toArray(Long[]::new))
                .param("status", status == null ? null : status.name())
                .param("strategy", filter.strategyType())
                .param("limit", filter.limit())
                .query(JdbcCycleStore::cycle)
                .list();
    }

    @Override
    public int forget(Instant before) {
        // What has ended before was due before, and due times have an index.
        return jdbc.sql("DELETE FROM cycle WHERE due_at < :before AND ended_at < :before AND lease_until IS NULL")
                .param("before", TimeColumns.of(before))
                .update();
    }

    private static Map<String, @Nullable Object> parameters(DueCycle due) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", due.id());
        row.put("portfolio", due.portfolioId());
        row.put("queue", due.strategyQueue());
        row.put("trigger", due.trigger().name());
        row.put("due", TimeColumns.of(due.at()));
        return row;
    }

    private static Map<String, @Nullable Object> end(Cycle.@Nullable End end) {
        CycleCounts counts = end == null ? null : end.counts();
        CycleFailure failure = end == null ? null : end.failure();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("ended", end == null ? null : TimeColumns.of(end.at()));
        row.put("signals", counts == null ? null : counts.signals());
        row.put("trades", counts == null ? null : counts.trades());
        row.put("denied", counts == null ? null : counts.denied());
        row.put("settled", counts == null ? null : counts.settled());
        row.put("code", failure == null ? null : failure.code().name());
        row.put("detail", failure == null ? null : failure.detail());
        return row;
    }

    private static Cycle cycle(ResultSet row, int number) throws SQLException {
        DueCycle due = new DueCycle(
                row.getObject("cycle_id", UUID.class),
                row.getLong("portfolio_id"),
                row.getString("strategy_queue"),
                CycleTrigger.valueOf(row.getString("trigger")),
                instant(row, "due_at"));
        Instant ended = instantOrNull(row, "ended_at");
        return new Cycle(
                due,
                CycleStatus.valueOf(row.getString("status")),
                row.getString("strategy_type"),
                row.getInt("attempts"),
                row.getLong("fence"),
                instantOrNull(row, "started_at"),
                ended == null ? null : new Cycle.End(ended, counts(row), failure(row)));
    }

    private static @Nullable CycleCounts counts(ResultSet row) throws SQLException {
        int signals = row.getInt("signals");
        return row.wasNull()
                ? null
                : new CycleCounts(signals, row.getInt("trades"), row.getInt("denied"), row.getInt("settled"));
    }

    private static @Nullable CycleFailure failure(ResultSet row) throws SQLException {
        String code = row.getString("error_code");
        return code == null ? null : new CycleFailure(ProblemCode.valueOf(code), row.getString("error_detail"));
    }
}
