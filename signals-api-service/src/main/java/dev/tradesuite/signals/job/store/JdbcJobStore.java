package dev.tradesuite.signals.job.store;

import dev.tradesuite.accounting.paper.FillCosts;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.JobKind;
import dev.tradesuite.contracts.signals.JobState;
import dev.tradesuite.signals.job.BookJob;
import dev.tradesuite.signals.job.BookJobPart;
import dev.tradesuite.signals.job.ClaimedPart;
import dev.tradesuite.signals.job.JobOrder;
import dev.tradesuite.signals.job.JobPartKey;
import dev.tradesuite.signals.job.JobStore;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code job}, {@code job_part} and {@code run}. */
@Repository
class JdbcJobStore implements JobStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcJobStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public BookJob add(JobOrder order, Instant now) {
        long id = jdbc.sql(
                        """
                        INSERT INTO job (kind, timeframe, range_from, range_to, strategies, costs, restart, run_id,
                                         created_at)
                        VALUES (:kind, :timeframe, :from, :to, :strategies, :costs::jsonb, :restart, :run, :now)
                        RETURNING job_id
                        """)
                .param("kind", order.kind().name())
                .param("timeframe", order.span().timeframe().name())
                .param("from", TimeColumns.of(order.span().from()))
                .param("to", TimeColumns.of(order.span().to()))
                .param("strategies", order.strategies().stream().sorted().toArray(String[]::new))
                .param("costs", order.costs().map(json::writeValueAsString).orElse(null))
                .param("restart", order.restart())
                .param("run", order.kind() == JobKind.BACKTEST ? addRun(order, now) : 0)
                .param("now", TimeColumns.of(now))
                .query(Long.class)
                .single();
        jdbc.sql("INSERT INTO job_part (job_id, symbol, updated_at) SELECT :job, unnest(:symbols), :now")
                .param("job", id)
                .param("symbols", order.symbols().toArray(String[]::new))
                .param("now", TimeColumns.of(now))
                .update();
        return find(id).orElseThrow();
    }

    private long addRun(JobOrder order, Instant now) {
        boolean isFree = order.costs().map(FillCosts::isFree).orElse(false);
        return jdbc.sql(
                        """
                        INSERT INTO run (kind, range_from, range_to, costs, created_at)
                        VALUES ('BACKTEST', :from, :to, :costs, :now)
                        RETURNING run_id
                        """)
                .param("from", TimeColumns.of(order.span().from()))
                .param("to", TimeColumns.of(order.span().to()))
                .param("costs", !isFree)
                .param("now", TimeColumns.of(now))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<BookJob> find(long id) {
        return read("j.job_id = :id", Map.of("id", id)).stream().findFirst();
    }

    @Override
    public List<BookJob> page(@Nullable Long before, int limit) {
        return read(
                "j.job_id IN (SELECT job_id FROM job WHERE job_id < :before ORDER BY job_id DESC LIMIT :limit)",
                Map.of("before", before == null ? Long.MAX_VALUE : before, "limit", limit));
    }

    @Override
    public Optional<Long> unfinishedBackfill(String symbol, JobOrder.BarSpan span) {
        return jdbc.sql(
                        """
                        SELECT j.job_id FROM job j JOIN job_part p USING (job_id)
                        WHERE j.kind = 'BACKFILL' AND j.timeframe = :timeframe AND p.symbol = :symbol
                          AND p.ended_at IS NULL
                        ORDER BY j.job_id LIMIT 1
                        """)
                .param("timeframe", span.timeframe().name())
                .param("symbol", symbol)
                .query(Long.class)
                .optional();
    }

    @Override
    public void cancel(long id, Instant now) {
        jdbc.sql(
                        """
                        UPDATE job_part SET state = 'CANCELLED', ended_at = :now, updated_at = :now
                        WHERE job_id = :id AND ended_at IS NULL
                        """)
                .param("id", id)
                .param("now", TimeColumns.of(now))
                .update();
        endRun(id, now);
    }

    @Override
    public Optional<ClaimedPart> claim(JobPartKey key, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE job_part p
                        SET state = 'RUNNING', fence = p.fence + 1, started_at = coalesce(p.started_at, :now),
                            updated_at = :now, reason = NULL, detail = NULL
                        FROM job j
                        WHERE j.job_id = p.job_id AND p.job_id = :job AND p.symbol = :symbol AND p.ended_at IS NULL
                        RETURNING p.symbol, p.fence, p.checkpoint, p.waiting_since, j.*
                        """)
                .param("now", TimeColumns.of(now))
                .param("job", key.job())
                .param("symbol", key.symbol())
                .query((row, _) -> new ClaimedPart(
                        key,
                        row.getInt("fence"),
                        order(row, List.of(key.symbol())),
                        row.getLong("run_id"),
                        Optional.ofNullable(TimeColumns.instantOrNull(row, "checkpoint")),
                        Optional.ofNullable(TimeColumns.instantOrNull(row, "waiting_since"))))
                .optional();
    }

    @Override
    public boolean count(ClaimedPart part, long bars) {
        return held("UPDATE job_part SET bars_total = bars_done + :bars", part)
                        .param("bars", bars)
                        .update()
                > 0;
    }

    @Override
    public boolean checkpoint(ClaimedPart part, DoneBars done, Instant now) {
        return held(
                                """
                        UPDATE job_part SET checkpoint = :newest, bars_done = bars_done + :bars,
                            bars_total = greatest(bars_total, bars_done + :bars), rows_written = rows_written + :rows,
                            updated_at = :now, waiting_since = NULL
                        """,
                                part)
                        .param("newest", TimeColumns.of(done.newest()))
                        .param("bars", done.bars())
                        .param("rows", done.rows())
                        .param("now", TimeColumns.of(now))
                        .update()
                > 0;
    }

    @Override
    public void await(ClaimedPart part, Reason reason, Instant now) {
        held(
                        """
                        UPDATE job_part SET state = 'WAITING', reason = :reason, detail = :detail,
                            waiting_since = coalesce(waiting_since, :now)
                        """,
                        part)
                .param("reason", reason.code())
                .param("detail", reason.message())
                .param("now", TimeColumns.of(now))
                .update();
    }

    @Override
    public void end(ClaimedPart part, JobState state, @Nullable Reason reason, Instant now) {
        held(
                        """
                        UPDATE job_part SET state = :state, reason = :reason, detail = :detail, updated_at = :now,
                            ended_at = :now, bars_total = CASE WHEN :state = 'DONE' THEN bars_done ELSE bars_total END
                        """,
                        part)
                .param("state", state.name())
                .param("reason", reason == null ? null : reason.code())
                .param("detail", reason == null ? null : reason.message())
                .param("now", TimeColumns.of(now))
                .update();
        endRun(part.key().job(), now);
    }

    /** Writes a part while it is held by its fence. */
    private JdbcClient.StatementSpec held(String update, ClaimedPart part) {
        return jdbc.sql(update + " WHERE job_id = :job AND symbol = :symbol AND fence = :fence AND ended_at IS NULL")
                .param("job", part.key().job())
                .param("symbol", part.key().symbol())
                .param("fence", part.fence());
    }

    /** The run of a backtest is what its job has come to. */
    private void endRun(long job, Instant now) {
        jdbc.sql(
                        """
                        UPDATE run r
                        SET state = CASE WHEN parts.failed THEN 'FAILED' WHEN parts.cancelled THEN 'CANCELLED'
                                         ELSE 'DONE' END,
                            ended_at = :now
                        FROM job j,
                             LATERAL (SELECT bool_or(p.state = 'FAILED') AS failed,
                                             bool_or(p.state = 'CANCELLED') AS cancelled,
                                             bool_and(p.ended_at IS NOT NULL) AS over
                                      FROM job_part p WHERE p.job_id = j.job_id) parts
                        WHERE j.job_id = :job AND r.run_id = j.run_id AND r.kind = 'BACKTEST' AND parts.over
                        """)
                .param("job", job)
                .param("now", TimeColumns.of(now))
                .update();
    }

    @Override
    public int forgetEndedBefore(Instant moment) {
        return jdbc.sql(
                        """
                        DELETE FROM job j
                        WHERE NOT EXISTS (SELECT FROM job_part p WHERE p.job_id = j.job_id
                                          AND (p.ended_at IS NULL OR p.ended_at >= :moment))
                        """)
                .param("moment", TimeColumns.of(moment))
                .update();
    }

    private List<BookJob> read(String condition, Map<String, ?> parameters) {
        Map<Long, List<BookJobPart>> parts = new LinkedHashMap<>();
        Map<Long, BookJob> jobs = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT j.*, p.symbol, p.state, p.bars_total, p.bars_done, p.rows_written, p.checkpoint,
                               p.started_at, p.updated_at, p.ended_at, p.reason, p.detail
                        FROM job j JOIN job_part p USING (job_id)
                        WHERE %s
                        ORDER BY j.job_id DESC, p.symbol
                        """
                                .formatted(condition))
                .params(parameters)
                .query(row -> {
                    long id = row.getLong("job_id");
                    parts.computeIfAbsent(id, _ -> new ArrayList<>()).add(part(row));
                    jobs.put(id, job(row, parts.getOrDefault(id, List.of())));
                });
        return List.copyOf(jobs.values());
    }

    private BookJob job(ResultSet row, List<BookJobPart> parts) throws SQLException {
        return new BookJob(
                row.getLong("job_id"),
                order(row, parts.stream().map(BookJobPart::symbol).toList()),
                row.getLong("run_id"),
                TimeColumns.instant(row, "created_at"),
                parts);
    }

    private JobOrder order(ResultSet row, List<String> symbols) throws SQLException {
        String costs = row.getString("costs");
        return new JobOrder(
                JobKind.valueOf(row.getString("kind")),
                symbols,
                new JobOrder.BarSpan(
                        Timeframe.valueOf(row.getString("timeframe")),
                        TimeColumns.instant(row, "range_from"),
                        TimeColumns.instant(row, "range_to")),
                Set.of((String[]) row.getArray("strategies").getArray()),
                costs == null ? Optional.empty() : Optional.of(json.readValue(costs, FillCosts.class)),
                row.getBoolean("restart"));
    }

    private static BookJobPart part(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new BookJobPart(
                row.getString("symbol"),
                JobState.valueOf(row.getString("state")),
                new BookJobPart.Count(
                        row.getLong("bars_done"), row.getObject("bars_total", Long.class), row.getLong("rows_written")),
                new BookJobPart.Times(
                        TimeColumns.instantOrNull(row, "checkpoint"),
                        TimeColumns.instantOrNull(row, "started_at"),
                        TimeColumns.instant(row, "updated_at"),
                        TimeColumns.instantOrNull(row, "ended_at")),
                reason == null ? null : new Reason(reason, row.getString("detail")));
    }
}
