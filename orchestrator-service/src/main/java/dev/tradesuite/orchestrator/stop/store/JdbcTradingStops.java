package dev.tradesuite.orchestrator.stop.store;

import static dev.tradesuite.support.store.TimeColumns.instant;
import static dev.tradesuite.support.store.TimeColumns.instantOrNull;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.StopLevel;
import dev.tradesuite.contracts.orchestrator.StopState;
import dev.tradesuite.contracts.orchestrator.StopStep;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.stop.StopHalt;
import dev.tradesuite.orchestrator.stop.StopItem;
import dev.tradesuite.orchestrator.stop.StopLostException;
import dev.tradesuite.orchestrator.stop.TradingStop;
import dev.tradesuite.orchestrator.stop.TradingStops;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Tables {@code trading_stop}, {@code trading_stop_item} and {@code trading_stop_halt}. */
@Component
final class JdbcTradingStops implements TradingStops {

    private static final int PART = 100;

    /** What moves of a stop while it is worked on. */
    private static final String PROGRESS = "state = :state, step = :step, waiting_code = :waitingCode, waiting_message"
            + " = :waitingMessage, attempts = :attempts, superseded_by = :supersededBy, ended_at = :endedAt";

    private final JdbcClient jdbc;

    JdbcTradingStops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void alone() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('trading_stop'))")
                .query()
                .listOfRows();
    }

    @Override
    public void add(TradingStop stop) {
        progress(
                        jdbc.sql(
                                """
                                INSERT INTO trading_stop
                                    (id, level, account_id, reason, asked_by, asked_at, state, step, waiting_code,
                                     waiting_message, attempts, superseded_by, ended_at)
                                VALUES (:id, :level, :account, :reason, :by, :askedAt, :state, :step, :waitingCode,
                                     :waitingMessage, :attempts, :supersededBy, :endedAt)
                                """),
                        stop)
                .param("level", stop.wish().level().name())
                .param("account", stop.wish().accountId())
                .param("reason", stop.wish().reason())
                .param("by", stop.wish().by())
                .param("askedAt", TimeColumns.of(stop.askedAt()))
                .update();
    }

    @Override
    public Optional<TradingStop> find(UUID id) {
        return jdbc.sql("SELECT * FROM trading_stop WHERE id = :id")
                .param("id", id)
                .query(JdbcTradingStops::stop)
                .optional();
    }

    @Override
    public List<TradingStop> running() {
        return jdbc.sql("SELECT * FROM trading_stop WHERE state = 'RUNNING' ORDER BY id")
                .query(JdbcTradingStops::stop)
                .list();
    }

    @Override
    public List<TradingStop> list(@Nullable Set<String> only, @Nullable UUID before, int limit) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> params = new HashMap<>();
        params.put("limit", limit);
        if (only != null) {
            conditions.add("(account_id IS NULL OR account_id = ANY (:only))");
            params.put("only", only.toArray(String[]::new));
        }
        if (before != null) {
            conditions.add("id < :before");
            params.put("before", before);
        }
        return jdbc.sql("SELECT * FROM trading_stop WHERE %s ORDER BY id DESC LIMIT :limit"
                        .formatted(String.join(" AND ", conditions)))
                .params(params)
                .query(JdbcTradingStops::stop)
                .list();
    }

    @Override
    public Optional<TradingStop> claim(Duration lease) {
        return jdbc.sql(
                        """
                        UPDATE trading_stop
                           SET fence = nextval('trading_stop_fence'),
                               lease_until = clock_timestamp() + make_interval(secs => :lease)
                         WHERE id = (SELECT id FROM trading_stop
                                      WHERE state = 'RUNNING' AND due_at <= clock_timestamp()
                                        AND (lease_until IS NULL OR lease_until < clock_timestamp())
                                      ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("lease", seconds(lease))
                .query(JdbcTradingStops::stop)
                .optional();
    }

    @Override
    public Optional<TradingStop> claimFirst(UUID id, Duration lease) {
        return jdbc.sql(
                        """
                        UPDATE trading_stop
                           SET fence = nextval('trading_stop_fence'),
                               lease_until = clock_timestamp() + make_interval(secs => :lease)
                         WHERE id = (SELECT id FROM trading_stop
                                      WHERE id = :id AND state = 'RUNNING' AND step = 'RESTRICT'
                                        AND (lease_until IS NULL OR lease_until < clock_timestamp())
                                      FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("id", id)
                .param("lease", seconds(lease))
                .query(JdbcTradingStops::stop)
                .optional();
    }

    @Override
    public void save(TradingStop stop, Duration lease) {
        held(
                stop,
                progress(
                                jdbc.sql(
                                        """
                                        UPDATE trading_stop
                                           SET %s,
                                               lease_until = clock_timestamp() + make_interval(secs => :lease)
                                         WHERE id = :id AND fence = :fence AND state = 'RUNNING'
                                        """
                                                .formatted(PROGRESS)),
                                stop)
                        .param("lease", seconds(lease))
                        .param("fence", stop.fence())
                        .update());
    }

    @Override
    public void release(TradingStop stop, Duration pause) {
        held(
                stop,
                progress(
                                jdbc.sql(
                                        """
                                        UPDATE trading_stop
                                           SET %s, lease_until = NULL,
                                               due_at = clock_timestamp() + make_interval(secs => :pause)
                                         WHERE id = :id AND fence = :fence AND state = 'RUNNING'
                                        """
                                                .formatted(PROGRESS)),
                                stop)
                        .param("pause", seconds(pause))
                        .param("fence", stop.fence())
                        .update());
    }

    @Override
    public void end(TradingStop stop) {
        progress(
                        jdbc.sql(
                                """
                                UPDATE trading_stop
                                   SET %s, lease_until = NULL,
                                       fence = nextval('trading_stop_fence')
                                 WHERE id = :id AND state = 'RUNNING'
                                """
                                        .formatted(PROGRESS)),
                        stop)
                .update();
    }

    @Override
    public List<StopItem> items(UUID id) {
        return jdbc.sql("SELECT * FROM trading_stop_item WHERE stop_id = :id ORDER BY kind, account_id, subject")
                .param("id", id)
                .query(JdbcTradingStops::item)
                .list();
    }

    @Override
    public void note(TradingStop stop, StopItem item, Duration lease) {
        prolong(stop, lease);
        StopItem.Told told = item.told();
        jdbc.sql(
                        """
                        INSERT INTO trading_stop_item
                            (stop_id, kind, account_id, subject, symbol, side, lots, order_id, status, done, attempts,
                             reason_code, reason_message, changed_at)
                        VALUES (:stop, :kind, :account, :subject, :symbol, :side, :lots, :order, :status, :done,
                             :attempts, :reasonCode, :reasonMessage, :at)
                        ON CONFLICT (stop_id, kind, account_id, subject) DO UPDATE
                           SET side = excluded.side, lots = excluded.lots, order_id = excluded.order_id,
                               status = excluded.status, done = excluded.done, attempts = excluded.attempts,
                               reason_code = excluded.reason_code, reason_message = excluded.reason_message,
                               changed_at = excluded.changed_at
                        """)
                .param("stop", stop.id())
                .param("kind", item.key().kind().name())
                .param("account", item.key().accountId())
                .param("subject", item.key().subject())
                .param("symbol", item.symbol())
                .param("side", item.side() == null ? null : item.side().name())
                .param("lots", item.lots())
                .param("order", item.orderId())
                .param("status", told.status() == null ? null : told.status().name())
                .param("done", told.done())
                .param("attempts", told.attempts())
                .param(
                        "reasonCode",
                        told.reason() == null ? null : told.reason().code())
                .param(
                        "reasonMessage",
                        told.reason() == null ? null : told.reason().message())
                .param("at", TimeColumns.of(told.at()))
                .update();
    }

    @Override
    public List<StopHalt> halts(UUID id) {
        return jdbc.sql("SELECT * FROM trading_stop_halt WHERE stop_id = :id ORDER BY scope, subject")
                .param("id", id)
                .query(JdbcTradingStops::halt)
                .list();
    }

    @Override
    public void note(TradingStop stop, StopHalt halt, Duration lease) {
        prolong(stop, lease);
        jdbc.sql(
                        """
                        INSERT INTO trading_stop_halt (stop_id, scope, subject, cause, changed_by, changed_at, again)
                        VALUES (:stop, :scope, :subject, :cause, :by, :at, :again)
                        ON CONFLICT (stop_id, scope, subject) DO UPDATE
                           SET cause = excluded.cause, changed_by = excluded.changed_by,
                               changed_at = excluded.changed_at, again = excluded.again
                        """)
                .param("stop", stop.id())
                .param("scope", halt.scope().name())
                .param("subject", halt.id())
                .param("cause", halt.cause())
                .param("by", halt.by())
                .param("at", TimeColumns.of(halt.at()))
                .param("again", halt.again())
                .update();
    }

    @Override
    public void leaveHalts(UUID from, UUID to) {
        jdbc.sql(
                        """
                        INSERT INTO trading_stop_halt (stop_id, scope, subject, cause, changed_by, changed_at, again)
                        SELECT :to, scope, subject, cause, changed_by, changed_at, again
                        FROM trading_stop_halt WHERE stop_id = :from AND NOT again
                        ON CONFLICT (stop_id, scope, subject) DO NOTHING
                        """)
                .param("from", from)
                .param("to", to)
                .update();
    }

    @Override
    public int forgetEndedBefore(Instant moment) {
        return jdbc.sql(
                        """
                        DELETE FROM trading_stop
                        WHERE id IN (SELECT id FROM trading_stop WHERE ended_at < :moment ORDER BY ended_at LIMIT :part)
                        """)
                .param("moment", TimeColumns.of(moment))
                .param("part", PART)
                .update();
    }

    private void prolong(TradingStop stop, Duration lease) {
        held(
                stop,
                jdbc.sql(
                                """
                                UPDATE trading_stop
                                   SET lease_until = clock_timestamp() + make_interval(secs => :lease)
                                 WHERE id = :id AND fence = :fence AND state = 'RUNNING'
                                """)
                        .param("lease", seconds(lease))
                        .param("id", stop.id())
                        .param("fence", stop.fence())
                        .update());
    }

    private static void held(TradingStop stop, int rows) {
        if (rows == 0) {
            throw new StopLostException(stop.id());
        }
    }

    private static StatementSpec progress(StatementSpec statement, TradingStop stop) {
        TradingStop.Progress progress = stop.progress();
        return statement
                .param("id", stop.id())
                .param("state", progress.state().name())
                .param("step", progress.step().name())
                .param(
                        "waitingCode",
                        progress.waiting() == null ? null : progress.waiting().code())
                .param(
                        "waitingMessage",
                        progress.waiting() == null ? null : progress.waiting().message())
                .param("attempts", progress.attempts())
                .param("supersededBy", progress.supersededBy())
                .param("endedAt", progress.endedAt() == null ? null : TimeColumns.of(progress.endedAt()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private static TradingStop stop(ResultSet row, int number) throws SQLException {
        return new TradingStop(
                row.getObject("id", UUID.class),
                new TradingStop.Wish(
                        StopLevel.valueOf(row.getString("level")),
                        row.getString("account_id"),
                        row.getString("reason"),
                        row.getString("asked_by")),
                instant(row, "asked_at"),
                new TradingStop.Progress(
                        StopState.valueOf(row.getString("state")),
                        StopStep.valueOf(row.getString("step")),
                        reason(row, "waiting"),
                        row.getInt("attempts"),
                        row.getObject("superseded_by", UUID.class),
                        instantOrNull(row, "ended_at")),
                row.getLong("fence"));
    }

    private static StopItem item(ResultSet row, int number) throws SQLException {
        String side = row.getString("side");
        String status = row.getString("status");
        return new StopItem(
                new StopItem.Key(
                        StopItem.Kind.valueOf(row.getString("kind")),
                        row.getString("account_id"),
                        row.getString("subject")),
                row.getString("symbol"),
                side == null ? null : Side.valueOf(side),
                row.getBigDecimal("lots"),
                row.getObject("order_id", UUID.class),
                new StopItem.Told(
                        status == null ? null : OrderStatus.valueOf(status),
                        row.getBoolean("done"),
                        row.getInt("attempts"),
                        reason(row, "reason"),
                        instant(row, "changed_at")));
    }

    private static StopHalt halt(ResultSet row, int number) throws SQLException {
        return new StopHalt(
                TradingStateScope.valueOf(row.getString("scope")),
                row.getString("subject"),
                row.getString("cause"),
                row.getString("changed_by"),
                instant(row, "changed_at"),
                row.getBoolean("again"));
    }

    private static @Nullable Reason reason(ResultSet row, String of) throws SQLException {
        String code = row.getString(of + "_code");
        return code == null ? null : new Reason(code, row.getString(of + "_message"));
    }
}
