package dev.tradesuite.orchestrator.cycle.store;

import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.CycleTrigger;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.cycle.Cycle;
import dev.tradesuite.orchestrator.cycle.CycleStore;
import dev.tradesuite.orchestrator.cycle.Failure;
import dev.tradesuite.orchestrator.cycle.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Table {@code cycle}.
 *
 * <p>Claims of one portfolio come one after the other, under an advisory lock: the order of their fences is then the
 * order of the claims. A claim must be made in a transaction.
 */
public final class JdbcCycleStore implements CycleStore {

    private static final String COLUMNS =
            """
            cycle_id, portfolio_id, lane, strategy_type, trigger, status, due_at, started_at, ended_at, attempts, fence,
            trades, error_code, error_detail""";

    private final JdbcClient jdbc;
    private final String owner;
    private final Duration lease;

    /**
     * @param owner name of this instance
     * @param lease how long a cycle is held without being renewed
     */
    public JdbcCycleStore(JdbcClient jdbc, String owner, Duration lease) {
        this.jdbc = jdbc;
        this.owner = owner;
        this.lease = lease;
    }

    @Override
    public boolean add(Cycle cycle) {
        Failure failure = cycle.failure();
        return jdbc.sql(
                                """
                        INSERT INTO cycle (cycle_id, portfolio_id, lane, strategy_type, trigger, status, due_at,
                                           ended_at, error_code, error_detail)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                        .param(cycle.id())
                        .param(cycle.portfolioId())
                        .param(cycle.lane())
                        .param(cycle.strategyType())
                        .param(cycle.trigger().name())
                        .param(cycle.status().name())
                        .param(Timestamp.from(cycle.dueAt()))
                        .param(time(cycle.endedAt()))
                        .param(failure == null ? null : failure.code().name())
                        .param(failure == null ? null : failure.detail())
                        .update()
                == 1;
    }

    @Override
    public boolean hasWaiting(long portfolioId) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM cycle WHERE portfolio_id = ? AND status = 'REQUESTED')")
                .param(portfolioId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Claim claim(Cycle cycle, boolean again, Instant at) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('cycle of portfolio ' || ?, 0))")
                .param(Long.toString(cycle.portfolioId()))
                .query((_, _) -> true)
                .single();
        Optional<Known> known = known(cycle.id());
        if (known.isPresent()) {
            Cycle stored = known.get().cycle;
            if (stored.portfolioId() != cycle.portfolioId()) {
                return new Claim.Foreign(stored.portfolioId());
            }
            switch (stored.status()) {
                case SUCCEEDED -> {
                    return new Claim.Ended(find(cycle.id()).orElse(stored));
                }
                case FAILED, SKIPPED -> {
                    if (!again) {
                        return new Claim.Ended(stored);
                    }
                }
                case RUNNING -> {
                    if (!known.get().leaseEnded) {
                        return new Claim.Busy(cycle.id());
                    }
                }
                case REQUESTED -> {
                    // Waits for whoever comes.
                }
            }
        }
        Optional<UUID> other = running(cycle);
        if (other.isPresent()) {
            return new Claim.Busy(other.get());
        }
        return new Claim.Taken(take(cycle, at));
    }

    @Override
    public void renew(Collection<Held> held) {
        jdbc.sql(
                        """
                        UPDATE cycle SET lease_until = now() + ? * interval '1 millisecond'
                        FROM unnest(?::uuid[], ?::bigint[]) AS mine (id, fence)
                        WHERE cycle.cycle_id = mine.id AND cycle.fence = mine.fence AND cycle.status = 'RUNNING'
                        """)
                .param(lease.toMillis())
                .param(held.stream().map(Held::cycleId).toArray(UUID[]::new))
                .param(held.stream().map(Held::fence).toArray(Long[]::new))
                .update();
    }

    @Override
    public boolean end(Cycle ended) {
        Report report = ended.report();
        Failure failure = ended.failure();
        return jdbc.sql(
                                """
                        UPDATE cycle
                        SET status = ?, strategy_type = ?, ended_at = ?, trades = ?, report = ?, error_code = ?,
                            error_detail = ?, lease_until = NULL
                        WHERE cycle_id = ? AND fence = ? AND status = 'RUNNING'
                        """)
                        .param(ended.status().name())
                        .param(ended.strategyType())
                        .param(time(ended.endedAt()))
                        .param(report == null ? 0 : report.trades())
                        .param(report == null ? null : report.document())
                        .param(failure == null ? null : failure.code().name())
                        .param(failure == null ? null : failure.detail())
                        .param(ended.id())
                        .param(ended.fence())
                        .update()
                == 1;
    }

    @Override
    public Optional<Cycle> giveUp(UUID id, int attempts, Failure why, Instant at) {
        return jdbc.sql(
                        """
                        UPDATE cycle
                        SET status = 'FAILED', ended_at = ?, error_code = ?, error_detail = ?, lease_until = NULL
                        WHERE cycle_id = ? AND attempts = ? AND status = 'RUNNING' AND lease_until < now()
                        RETURNING %s, NULL AS report
                        """
                                .formatted(COLUMNS))
                .param(Timestamp.from(at))
                .param(why.code().name())
                .param(why.detail())
                .param(id)
                .param(attempts)
                .query(JdbcCycleStore::cycle)
                .optional();
    }

    @Override
    public List<Cycle> abandoned(int limit) {
        return jdbc.sql("SELECT %s, NULL AS report FROM cycle WHERE status = 'RUNNING' AND lease_until < now() LIMIT ?"
                        .formatted(COLUMNS))
                .param(limit)
                .query(JdbcCycleStore::cycle)
                .list();
    }

    @Override
    public List<Cycle> waitingLongerThan(Duration age, int limit) {
        return jdbc.sql(
                        """
                        SELECT %s, NULL AS report FROM cycle
                        WHERE status = 'REQUESTED' AND requested_at < now() - ? * interval '1 millisecond'
                        ORDER BY requested_at LIMIT ?
                        """
                                .formatted(COLUMNS))
                .params(age.toMillis(), limit)
                .query(JdbcCycleStore::cycle)
                .list();
    }

    @Override
    public Optional<Cycle> find(UUID id) {
        return jdbc.sql("SELECT %s, report FROM cycle WHERE cycle_id = ?".formatted(COLUMNS))
                .param(id)
                .query(JdbcCycleStore::cycle)
                .optional();
    }

    @Override
    public List<Cycle> list(Filter filter) {
        CycleStatus status = filter.status();
        return jdbc.sql(
                        """
                        SELECT %s, NULL AS report FROM cycle
                        WHERE (:portfolio::bigint IS NULL OR portfolio_id = :portfolio)
                          AND (:status::text IS NULL OR status = :status)
                          AND (:strategy::text IS NULL OR coalesce(strategy_type, lane) = :strategy)
                        ORDER BY due_at DESC, requested_at DESC, cycle_id LIMIT :limit
                        """
                                .formatted(COLUMNS))
                .param("portfolio", filter.portfolioId())
                .param("status", status == null ? null : status.name())
                .param("strategy", filter.strategyType())
                .param("limit", filter.limit())
                .query(JdbcCycleStore::cycle)
                .list();
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("DELETE FROM cycle WHERE ended_at < ? AND status NOT IN ('REQUESTED', 'RUNNING')")
                .param(Timestamp.from(before))
                .update();
    }

    private Optional<Known> known(UUID id) {
        return jdbc.sql(
                        """
                        SELECT %s, NULL AS report, coalesce(lease_until < now(), false) AS lease_ended
                        FROM cycle WHERE cycle_id = ? FOR UPDATE
                        """
                                .formatted(COLUMNS))
                .param(id)
                .query((row, number) -> new Known(cycle(row, number), row.getBoolean("lease_ended")))
                .optional();
    }

    private Optional<UUID> running(Cycle besides) {
        return jdbc.sql("SELECT cycle_id FROM cycle WHERE portfolio_id = ? AND status = 'RUNNING' AND cycle_id <> ?")
                .params(besides.portfolioId(), besides.id())
                .query(UUID.class)
                .optional();
    }

    private Cycle take(Cycle cycle, Instant at) {
        return jdbc.sql(
                        """
                        INSERT INTO cycle (cycle_id, portfolio_id, lane, trigger, status, due_at, started_at, attempts,
                                           fence, owner, lease_until)
                        VALUES (?, ?, ?, ?, 'RUNNING', ?, ?, 1, nextval('cycle_fence'), ?,
                                now() + ? * interval '1 millisecond')
                        ON CONFLICT (cycle_id) DO UPDATE
                        SET status = 'RUNNING', started_at = excluded.started_at, ended_at = NULL,
                            attempts = cycle.attempts + 1, fence = excluded.fence, owner = excluded.owner,
                            lease_until = excluded.lease_until, report = NULL, error_code = NULL, error_detail = NULL
                        RETURNING %s, NULL AS report
                        """
                                .formatted(COLUMNS))
                .param(cycle.id())
                .param(cycle.portfolioId())
                .param(cycle.lane())
                .param(cycle.trigger().name())
                .param(Timestamp.from(cycle.dueAt()))
                .param(Timestamp.from(at))
                .param(owner)
                .param(lease.toMillis())
                .query(JdbcCycleStore::cycle)
                .single();
    }

    private record Known(Cycle cycle, boolean leaseEnded) {}

    private static Cycle cycle(ResultSet row, int number) throws SQLException {
        String report = row.getString("report");
        String error = row.getString("error_code");
        return new Cycle(
                row.getObject("cycle_id", UUID.class),
                row.getLong("portfolio_id"),
                row.getString("lane"),
                row.getString("strategy_type"),
                CycleTrigger.valueOf(row.getString("trigger")),
                CycleStatus.valueOf(row.getString("status")),
                row.getTimestamp("due_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("ended_at")),
                row.getInt("attempts"),
                row.getLong("fence"),
                report == null ? null : new Report(report, row.getInt("trades")),
                error == null ? null : new Failure(ProblemCode.valueOf(error), row.getString("error_detail")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
