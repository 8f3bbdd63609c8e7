package dev.tradesuite.portfolio.rotation.store;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RotationAction;
import dev.tradesuite.contracts.portfolio.RotationState;
import dev.tradesuite.portfolio.lifecycle.GateEvidence;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.rotation.OptimumEffect;
import dev.tradesuite.portfolio.rotation.ProposalStore;
import dev.tradesuite.portfolio.rotation.RotationPlan;
import dev.tradesuite.portfolio.rotation.StrategyProposal;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code rotation_proposal}. */
@Component
final class JdbcProposals implements ProposalStore {

    private static final TypeReference<List<GateEvidence>> EVIDENCE = new TypeReference<>() {};
    private static final String SELECT =
            """
            SELECT proposal.id, proposal.strategy, action, replacement, factor, evidence, effect, proposal.state,
                   approval_id, round, made_at, renewed_at, decided_by, decided_at, reason_code, reason,
                   proposal.version, source
              FROM rotation_proposal proposal JOIN strategy ON code = proposal.strategy
            """;
    private static final String OPEN = "proposal.state IN ('OPEN', 'PENDING_APPROVAL', 'APPROVED', 'EXPIRED')";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcProposals(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public boolean add(StrategyProposal proposal) {
        return written(
                                proposal,
                                """
                        INSERT INTO rotation_proposal (id, strategy, action, replacement, factor, evidence, effect, state,
                                                       payload_hash, approval_id, round, made_at, renewed_at, decided_by,
                                                       decided_at, reason_code, reason, version)
                        VALUES (:id, :strategy, :action, :replacement, :factor, :evidence::jsonb, :effect::jsonb, :state,
                                :hash, :approval, :round, :made, :renewed, :by, :decided, :code, :reason, :version)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("strategy", proposal.strategy())
                        .param("action", proposal.plan().action().name())
                        .param("replacement", proposal.plan().replacement().orElse(null))
                        .param("factor", factor(proposal.plan()))
                        .param("made", TimeColumns.of(proposal.progress().madeAt()))
                        .update()
                == 1;
    }

    @Override
    public StrategyProposal save(StrategyProposal proposal) {
        int changed = written(
                        proposal,
                        """
                        UPDATE rotation_proposal
                           SET evidence = :evidence::jsonb, effect = :effect::jsonb, state = :state, payload_hash = :hash,
                               approval_id = :approval, round = :round, renewed_at = :renewed, decided_by = :by,
                               decided_at = :decided, reason_code = :code, reason = :reason, version = version + 1
                         WHERE id = :id AND version = :version
                        """)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("proposal %s was changed without its lock".formatted(proposal.id()));
        }
        return new StrategyProposal(
                proposal.id(),
                proposal.strategy(),
                proposal.plan(),
                proposal.evidence(),
                proposal.effect(),
                proposal.progress(),
                proposal.version() + 1);
    }

    private JdbcClient.StatementSpec written(StrategyProposal proposal, String sql) {
        StrategyProposal.Progress progress = proposal.progress();
        return jdbc.sql(sql)
                .param("id", proposal.id())
                .param("evidence", json.writeValueAsString(proposal.evidence()))
                .param("effect", json.writeValueAsString(proposal.effect()))
                .param("state", progress.state().name())
                .param("hash", proposal.payloadHash())
                .param("approval", progress.approval().orElse(null))
                .param("round", progress.round())
                .param("renewed", TimeColumns.of(progress.renewedAt()))
                .param(
                        "by",
                        progress.decided().map(StrategyProposal.Decided::by).orElse(null))
                .param(
                        "decided",
                        TimeColumns.ofNullable(progress.decided()
                                .map(StrategyProposal.Decided::at)
                                .orElse(null)))
                .param("code", progress.reason().code())
                .param("reason", progress.reason().message())
                .param("version", proposal.version());
    }

    @Override
    public Optional<StrategyProposal> find(UUID id) {
        return one(jdbc.sql(SELECT + " WHERE proposal.id = :id").param("id", id));
    }

    @Override
    public Optional<StrategyProposal> lock(UUID id) {
        return one(jdbc.sql(SELECT + " WHERE proposal.id = :id FOR UPDATE OF proposal")
                .param("id", id));
    }

    @Override
    public Optional<StrategyProposal> open(String code) {
        return one(jdbc.sql(SELECT + " WHERE proposal.strategy = :code AND " + OPEN)
                .param("code", code));
    }

    @Override
    public Optional<StrategyProposal> ofApproval(UUID approval) {
        return one(jdbc.sql(SELECT + " WHERE approval_id = :approval").param("approval", approval));
    }

    @Override
    public Optional<Instant> decidedAt(String code, RotationAction action) {
        return jdbc.sql(
                        """
                        SELECT decided_at
                          FROM rotation_proposal
                         WHERE strategy = :code AND action = :action AND state IN ('REJECTED', 'DONE')
                         ORDER BY decided_at DESC
                         LIMIT 1
                        """)
                .param("code", code)
                .param("action", action.name())
                .query((row, _) -> TimeColumns.instant(row, "decided_at"))
                .optional();
    }

    @Override
    public List<StrategyProposal> in(RotationState state, int most) {
        return jdbc.sql(SELECT + " WHERE proposal.state = :state ORDER BY proposal.id LIMIT :most")
                .param("state", state.name())
                .param("most", most)
                .query((row, _) -> proposal(row))
                .list();
    }

    @Override
    public List<Listed> page(Optional<RotationState> state, Optional<UUID> before, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                         WHERE (:state::text IS NULL OR proposal.state = :state)
                           AND (:before::uuid IS NULL OR proposal.id < :before)
                         ORDER BY proposal.id DESC
                         LIMIT :most
                        """)
                .param("state", state.map(Enum::name).orElse(null))
                .param("before", before.orElse(null))
                .param("most", most)
                .query((row, _) -> new Listed(proposal(row), source(row)))
                .list();
    }

    private static @Nullable Double factor(RotationPlan plan) {
        return plan.factor().isPresent() ? plan.factor().getAsDouble() : null;
    }

    private Optional<StrategyProposal> one(JdbcClient.StatementSpec question) {
        return question.query((row, _) -> proposal(row)).optional();
    }

    private StrategyProposal proposal(ResultSet row) throws SQLException {
        Double factor = row.getObject("factor", Double.class);
        RotationPlan plan = new RotationPlan(
                RotationAction.valueOf(row.getString("action")),
                Optional.ofNullable(row.getString("replacement")),
                factor == null ? OptionalDouble.empty() : OptionalDouble.of(factor));
        return new StrategyProposal(
                row.getObject("id", UUID.class),
                row.getString("strategy"),
                plan,
                json.readValue(row.getString("evidence"), EVIDENCE),
                json.readValue(row.getString("effect"), OptimumEffect.class),
                progress(row),
                row.getLong("version"));
    }

    private static StrategyProposal.Progress progress(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        Instant at = TimeColumns.instantOrNull(row, "decided_at");
        return new StrategyProposal.Progress(
                RotationState.valueOf(row.getString("state")),
                row.getInt("round"),
                TimeColumns.instant(row, "made_at"),
                TimeColumns.instant(row, "renewed_at"),
                Optional.ofNullable(row.getObject("approval_id", UUID.class)),
                by == null || at == null ? Optional.empty() : Optional.of(new StrategyProposal.Decided(by, at)),
                new Reason(row.getString("reason_code"), row.getString("reason")));
    }

    private static StrategySource source(ResultSet row) throws SQLException {
        String text = row.getString("source");
        return StrategySource.parse(text).orElseThrow(() -> new IllegalStateException("no such source: " + text));
    }
}
