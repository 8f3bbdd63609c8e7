package dev.tradesuite.orchestrator.approval.store;

import static dev.tradesuite.support.store.TimeColumns.instant;
import static dev.tradesuite.support.store.TimeColumns.instantOrNull;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.ApprovalKind;
import dev.tradesuite.contracts.orchestrator.ApprovalState;
import dev.tradesuite.orchestrator.approval.Approval;
import dev.tradesuite.orchestrator.approval.Approval.Execution;
import dev.tradesuite.orchestrator.approval.ApprovalQuestion;
import dev.tradesuite.orchestrator.approval.ApprovalQuestion.Check;
import dev.tradesuite.orchestrator.approval.Approvals;
import dev.tradesuite.orchestrator.approval.Ruling;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code approval}. */
@Component
final class JdbcApprovals implements Approvals {

    private static final int PART = 1_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcApprovals(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void add(Approval approval, @Nullable String trade) {
        ApprovalQuestion question = approval.question();
        jdbc.sql(
                        """
                        INSERT INTO approval (id, kind, state, subject, account_id, summary, payload, payload_hash,
                                              checks, asked_by, asked_at, expires_at, trade, changes)
                        VALUES (:id, :kind, :state, :subject, :account, :summary, :payload::json, :hash, :checks::json,
                                :askedBy, :askedAt, :expiresAt, :trade::json, '[]')
                        """)
                .param("id", approval.id())
                .param("kind", question.kind().name())
                .param("state", approval.state().name())
                .param("subject", question.subject())
                .param("account", question.accountId())
                .param("summary", question.summary())
                .param("payload", question.payload())
                .param("hash", question.payloadHash())
                .param("checks", json.writeValueAsString(question.checks()))
                .param("askedBy", question.askedBy())
                .param("askedAt", TimeColumns.of(approval.askedAt()))
                .param("expiresAt", TimeColumns.of(approval.expiresAt()))
                .param("trade", trade)
                .update();
    }

    @Override
    public Optional<Approval> find(UUID id) {
        return jdbc.sql("SELECT * FROM approval WHERE id = :id")
                .param("id", id)
                .query(this::approval)
                .optional();
    }

    @Override
    public Optional<Approval> locked(UUID id) {
        return jdbc.sql("SELECT * FROM approval WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(this::approval)
                .optional();
    }

    @Override
    public void save(Approval approval) {
        Ruling ruling = approval.ruling();
        Execution execution = approval.execution();
        jdbc.sql(
                        """
                        UPDATE approval
                        SET state = :state, decided_by = :decidedBy, decided_at = :decidedAt, reason = :reason,
                            decision_id = :decision, begun = :begun, changes = :changes::json, ended_at = :endedAt
                        WHERE id = :id
                        """)
                .param("state", approval.state().name())
                .param("decidedBy", ruling == null ? null : ruling.by())
                .param("decidedAt", ruling == null ? null : TimeColumns.of(ruling.at()))
                .param("reason", ruling == null ? null : ruling.reason())
                .param("decision", execution == null ? null : execution.decisionId())
                .param("begun", execution != null && execution.begun())
                .param("changes", json.writeValueAsString(execution == null ? List.of() : execution.changes()))
                .param("endedAt", approval.endedAt() == null ? null : TimeColumns.of(approval.endedAt()))
                .param("id", approval.id())
                .update();
    }

    @Override
    public Optional<String> trade(UUID id) {
        return jdbc.sql("SELECT trade FROM approval WHERE id = :id AND trade IS NOT NULL")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    @Override
    public List<Approval> list(Filter filter) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> params = new HashMap<>();
        params.put("limit", filter.limit());
        if (filter.state() != null) {
            conditions.add("state = :state");
            params.put("state", filter.state().name());
        }
        if (filter.only() != null) {
            conditions.add("(account_id IS NULL OR account_id = ANY (:only))");
            params.put("only", filter.only().toArray(String[]::new));
        }
        if (filter.before() != null) {
            conditions.add("id < :before");
            params.put("before", filter.before());
        }
        return jdbc.sql("SELECT * FROM approval WHERE %s ORDER BY id DESC LIMIT :limit"
                        .formatted(String.join(" AND ", conditions)))
                .params(params)
                .query(this::approval)
                .list();
    }

    @Override
    public List<UUID> overdue(Instant now, int limit) {
        return ids("state = 'PENDING' AND expires_at <= :moment ORDER BY expires_at", now, limit);
    }

    @Override
    public List<UUID> underWaySince(Instant moment, int limit) {
        return ids(
                "state = 'APPROVED' AND kind = 'TRADE' AND decided_at <= :moment ORDER BY decided_at", moment, limit);
    }

    @Override
    public Backlog backlog() {
        return jdbc.sql("SELECT count(*) AS pending, min(asked_at) AS oldest FROM approval WHERE state = 'PENDING'")
                .query((row, _) -> new Backlog(row.getLong("pending"), instantOrNull(row, "oldest")))
                .single();
    }

    @Override
    public Standing standing(Instant expiredSince, Instant approvedBefore) {
        return jdbc.sql(
                        """
                        SELECT count(*) FILTER (WHERE state = 'PENDING') AS pending,
                               count(*) FILTER (WHERE state = 'EXPIRED') AS expired,
                               count(*) FILTER (WHERE state = 'APPROVED') AS interrupted
                        FROM approval
                        WHERE state = 'PENDING'
                           OR (state = 'EXPIRED' AND ended_at >= :expiredSince)
                           OR (state = 'APPROVED' AND kind = 'TRADE' AND decided_at <= :approvedBefore)
                        """)
                .param("expiredSince", TimeColumns.of(expiredSince))
                .param("approvedBefore", TimeColumns.of(approvedBefore))
                .query((row, _) ->
                        new Standing(row.getLong("pending"), row.getLong("expired"), row.getLong("interrupted")))
                .single();
    }

    @Override
    public int forgetEndedBefore(Instant moment) {
        return jdbc.sql(
                        """
                        DELETE FROM approval
                        WHERE id IN (SELECT id FROM approval WHERE ended_at < :moment ORDER BY ended_at LIMIT :part)
                        """)
                .param("moment", TimeColumns.of(moment))
                .param("part", PART)
                .update();
    }

    private List<UUID> ids(String condition, Instant moment, int limit) {
        return jdbc.sql("SELECT id FROM approval WHERE %s LIMIT :limit".formatted(condition))
                .param("moment", TimeColumns.of(moment))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    private Approval approval(ResultSet row, int number) throws SQLException {
        return new Approval(
                row.getObject("id", UUID.class),
                question(row),
                ApprovalState.valueOf(row.getString("state")),
                instant(row, "asked_at"),
                instant(row, "expires_at"),
                ruling(row),
                execution(row),
                instantOrNull(row, "ended_at"));
    }

    private ApprovalQuestion question(ResultSet row) throws SQLException {
        return new ApprovalQuestion(
                ApprovalKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("account_id"),
                row.getString("summary"),
                row.getString("payload"),
                row.getString("payload_hash"),
                List.of(json.readValue(row.getString("checks"), Check[].class)),
                row.getString("asked_by"));
    }

    private static @Nullable Ruling ruling(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        return by == null ? null : new Ruling(by, row.getString("reason"), instant(row, "decided_at"));
    }

    private @Nullable Execution execution(ResultSet row) throws SQLException {
        UUID decision = row.getObject("decision_id", UUID.class);
        return decision == null
                ? null
                : new Execution(
                        decision,
                        row.getBoolean("begun"),
                        List.of(json.readValue(row.getString("changes"), Reason[].class)));
    }
}
