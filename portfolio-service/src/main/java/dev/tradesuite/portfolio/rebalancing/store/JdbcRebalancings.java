package dev.tradesuite.portfolio.rebalancing.store;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingLineState;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.contracts.portfolio.RebalancingTrigger;
import dev.tradesuite.portfolio.rebalancing.PlannedRebalancing;
import dev.tradesuite.portfolio.rebalancing.RebalancingLine;
import dev.tradesuite.portfolio.rebalancing.RebalancingPlan;
import dev.tradesuite.portfolio.rebalancing.RebalancingStore;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code rebalancing} and {@code rebalancing_line}. */
@Component
final class JdbcRebalancings implements RebalancingStore {

    private static final String SELECT = "SELECT * FROM rebalancing";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcRebalancings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void add(PlannedRebalancing one, List<RebalancingLine> lines) {
        jdbc.sql(
                        """
                        INSERT INTO rebalancing (id, account_id, state, version, trigger, asked_by, reason, plan, plan_hash,
                                                 created_at, updated_at, due_at)
                        VALUES (:id, :account, :state, :version, :trigger, :askedBy, :reason, :plan::json, :hash, :at, :at,
                                :at)
                        """)
                .param("id", one.id())
                .param("account", one.account())
                .param("state", one.state().name())
                .param("version", one.version())
                .param("trigger", one.origin().trigger().name())
                .param("askedBy", one.origin().askedBy())
                .param("reason", one.origin().reason())
                .param("plan", json.writeValueAsString(one.plan()))
                .param("hash", one.planHash())
                .param("at", TimeColumns.of(one.updatedAt()))
                .update();
        lines.forEach(line -> jdbc.sql(
                        """
                        INSERT INTO rebalancing_line (rebalancing_id, number, state, filled_lots, updated_at)
                        VALUES (:id, :number, :state, 0, :at)
                        """)
                .param("id", one.id())
                .param("number", line.number())
                .param("state", line.state().name())
                .param("at", TimeColumns.of(line.updatedAt()))
                .update());
    }

    @Override
    public Optional<PlannedRebalancing> find(UUID id) {
        return jdbc.sql(SELECT + " WHERE id = :id")
                .param("id", id)
                .query((row, _) -> rebalancing(row))
                .optional();
    }

    @Override
    public Optional<PlannedRebalancing> lock(UUID id) {
        return jdbc.sql(SELECT + " WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query((row, _) -> rebalancing(row))
                .optional();
    }

    @Override
    public Optional<PlannedRebalancing> lockByApproval(UUID approval) {
        return jdbc.sql(SELECT + " WHERE approval_id = :approval AND state = 'PENDING_APPROVAL' FOR UPDATE")
                .param("approval", approval)
                .query((row, _) -> rebalancing(row))
                .optional();
    }

    @Override
    public void save(PlannedRebalancing one) {
        jdbc.sql(
                        """
                        UPDATE rebalancing
                           SET state = :state, version = :version, approval_id = :approval, valid_until = :until,
                               outcome_code = :code, outcome_message = :message, updated_at = :at
                         WHERE id = :id
                        """)
                .param("id", one.id())
                .param("state", one.state().name())
                .param("version", one.version())
                .param(
                        "approval",
                        one.approval().map(PlannedRebalancing.Permit::id).orElse(null))
                .param(
                        "until",
                        one.approval()
                                .map(PlannedRebalancing.Permit::validUntil)
                                .map(TimeColumns::of)
                                .orElse(null))
                .param("code", one.outcome().map(Reason::code).orElse(null))
                .param("message", one.outcome().map(Reason::message).orElse(null))
                .param("at", TimeColumns.of(one.updatedAt()))
                .update();
    }

    @Override
    public List<RebalancingLine> lines(UUID id) {
        return jdbc.sql("SELECT * FROM rebalancing_line WHERE rebalancing_id = :id ORDER BY number")
                .param("id", id)
                .query((row, _) -> line(row))
                .list();
    }

    @Override
    public void save(UUID id, RebalancingLine line) {
        jdbc.sql(
                        """
                        UPDATE rebalancing_line
                           SET state = :state, order_id = :order, filled_lots = :lots, average_price = :price,
                               reason_code = :code, reason_message = :message, updated_at = :at
                         WHERE rebalancing_id = :id AND number = :number
                        """)
                .param("id", id)
                .param("number", line.number())
                .param("state", line.state().name())
                .param("order", line.orderId().orElse(null))
                .param("lots", line.filled().lots())
                .param("price", line.filled().averagePrice().orElse(null))
                .param("code", line.reason().map(Reason::code).orElse(null))
                .param("message", line.reason().map(Reason::message).orElse(null))
                .param("at", TimeColumns.of(line.updatedAt()))
                .update();
    }

    @Override
    public List<PlannedRebalancing> list(Filter filter) {
        return jdbc.sql(
                        SELECT
                                + """
                         WHERE (:anyAccount OR account_id = :account)
                           AND (:all OR account_id = ANY (:only))
                           AND (:newest OR id < :before)
                         ORDER BY id DESC
                         LIMIT :limit
                        """)
                .param("anyAccount", filter.account().isEmpty())
                .param("account", filter.account().orElse(""))
                .param("all", filter.only().isEmpty())
                .param("only", filter.only().stream().flatMap(Set::stream).toArray(String[]::new))
                .param("newest", filter.before().isEmpty())
                .param("before", filter.before().orElse(new UUID(0, 0)))
                .param("limit", filter.limit())
                .query((row, _) -> rebalancing(row))
                .list();
    }

    @Override
    public Backlog backlog() {
        return jdbc.sql(
                        """
                        SELECT count(*) FILTER (WHERE state = 'PENDING_APPROVAL') AS pending,
                               count(*) FILTER (WHERE state = 'APPROVED') AS approved,
                               count(*) FILTER (WHERE state = 'EXECUTING') AS executing,
                               min(updated_at) FILTER (WHERE state <> 'PENDING_APPROVAL') AS oldest
                          FROM rebalancing
                         WHERE state IN ('PENDING_APPROVAL', 'APPROVED', 'EXECUTING')
                        """)
                .query((row, _) -> new Backlog(
                        row.getLong("pending"),
                        row.getLong("approved"),
                        row.getLong("executing"),
                        Optional.ofNullable(TimeColumns.instantOrNull(row, "oldest"))))
                .single();
    }

    @Override
    public boolean isUnderWay(String account) {
        // Held until the transaction ends: of two that ask at once the second sees what the first has stored.
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0)) IS NULL")
                .param("key", "rebalancing of " + account)
                .query(Boolean.class)
                .single();
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM rebalancing
                                        WHERE account_id = :account
                                          AND state IN ('PENDING_APPROVAL', 'APPROVED', 'EXECUTING'))
                        """)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<UUID> claim(String owner, Instant now, Instant until) {
        return jdbc.sql(
                        """
                        UPDATE rebalancing
                           SET claimed_by = :owner, due_at = :until
                         WHERE id = (SELECT id
                                       FROM rebalancing
                                      WHERE state IN ('PENDING_APPROVAL', 'APPROVED', 'EXECUTING') AND due_at <= :now
                                      ORDER BY due_at
                                      LIMIT 1
                                        FOR UPDATE SKIP LOCKED)
                        RETURNING id
                        """)
                .param("owner", owner)
                .param("until", TimeColumns.of(until))
                .param("now", TimeColumns.of(now))
                .query(UUID.class)
                .optional();
    }

    @Override
    public boolean keep(UUID id, String owner, Instant until) {
        return jdbc.sql("UPDATE rebalancing SET due_at = :until WHERE id = :id AND claimed_by = :owner")
                        .param("id", id)
                        .param("owner", owner)
                        .param("until", TimeColumns.of(until))
                        .update()
                == 1;
    }

    @Override
    public void release(UUID id, String owner, Instant dueAt) {
        jdbc.sql("UPDATE rebalancing SET due_at = :due, claimed_by = NULL WHERE id = :id AND claimed_by = :owner")
                .param("id", id)
                .param("owner", owner)
                .param("due", TimeColumns.of(dueAt))
                .update();
    }

    private PlannedRebalancing rebalancing(ResultSet row) throws SQLException {
        UUID approval = row.getObject("approval_id", UUID.class);
        return new PlannedRebalancing(
                row.getObject("id", UUID.class),
                new PlannedRebalancing.Origin(
                        RebalancingTrigger.valueOf(row.getString("trigger")),
                        row.getString("asked_by"),
                        row.getString("reason"),
                        TimeColumns.instant(row, "created_at")),
                json.readValue(row.getString("plan"), RebalancingPlan.class),
                row.getString("plan_hash"),
                RebalancingState.valueOf(row.getString("state")),
                row.getLong("version"),
                approval == null
                        ? Optional.empty()
                        : Optional.of(new PlannedRebalancing.Permit(approval, TimeColumns.instant(row, "valid_until"))),
                reason(row, "outcome"),
                TimeColumns.instant(row, "updated_at"));
    }

    private static RebalancingLine line(ResultSet row) throws SQLException {
        return new RebalancingLine(
                row.getInt("number"),
                RebalancingLineState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("order_id", UUID.class)),
                new RebalancingLine.Filled(
                        row.getBigDecimal("filled_lots"), Optional.ofNullable(row.getBigDecimal("average_price"))),
                reason(row, "reason"),
                TimeColumns.instant(row, "updated_at"));
    }

    private static Optional<Reason> reason(ResultSet row, String prefix) throws SQLException {
        String code = row.getString(prefix + "_code");
        String message = row.getString(prefix + "_message");
        return code == null || message == null ? Optional.empty() : Optional.of(new Reason(code, message));
    }
}
