package dev.tradesuite.orchestrator.webhook.store;

import static dev.tradesuite.support.store.TimeColumns.instant;
import static dev.tradesuite.support.store.TimeColumns.instantOrNull;

import dev.tradesuite.contracts.orchestrator.WebhookMode;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.webhook.Webhook;
import dev.tradesuite.orchestrator.webhook.WebhookToken;
import dev.tradesuite.orchestrator.webhook.Webhooks;
import dev.tradesuite.support.store.TimeColumns;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code webhook} and {@code webhook_alert}. */
@Component
final class JdbcWebhooks implements Webhooks {

    private static final int PART = 1_000;

    private final JdbcClient jdbc;
    private final UnitOfWork work;

    JdbcWebhooks(JdbcClient jdbc, UnitOfWork work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    @Override
    public void add(Webhook webhook, byte[] tokenHash) {
        jdbc.sql(
                        """
                        INSERT INTO webhook
                            (id, token_hash, strategy, account_id, risk_percent, auto_execute, mode, max_lots,
                             created_by, created_at)
                        VALUES
                            (:id, :tokenHash, :strategy, :accountId, :riskPercent, :autoExecute, :mode, :maxLots,
                             :createdBy, :at)
                        """)
                .param("id", webhook.id())
                .param("tokenHash", tokenHash)
                .param("strategy", webhook.strategy())
                .param("accountId", webhook.accountId())
                .param("riskPercent", webhook.riskPercent())
                .param("autoExecute", webhook.autoExecute())
                .param("mode", webhook.mode().name())
                .param(
                        "maxLots",
                        webhook.maxLots() == null ? null : webhook.maxLots().value())
                .param("createdBy", webhook.createdBy())
                .param("at", TimeColumns.of(webhook.createdAt()))
                .update();
    }

    @Override
    public List<Webhook> all() {
        return jdbc.sql("SELECT * FROM webhook ORDER BY id DESC")
                .query(JdbcWebhooks::webhook)
                .list();
    }

    @Override
    public Optional<Webhook> find(WebhookToken token) {
        return jdbc.sql("SELECT * FROM webhook WHERE token_hash = :tokenHash")
                .param("tokenHash", token.hash())
                .query(JdbcWebhooks::webhook)
                .optional();
    }

    @Override
    public boolean remove(UUID id) {
        return jdbc.sql("DELETE FROM webhook WHERE id = :id").param("id", id).update() == 1;
    }

    @Override
    public Optional<Seen> note(UUID webhookId, String fingerprint, Seen alert, Instant expiresAt) {
        return work.relaxed(() -> {
            if (isFirst(webhookId, fingerprint, alert, expiresAt)) {
                jdbc.sql("UPDATE webhook SET last_alert_at = :at WHERE id = :id")
                        .param("at", TimeColumns.of(alert.receivedAt()))
                        .param("id", webhookId)
                        .update();
                return Optional.empty();
            }
            return seen(webhookId, fingerprint);
        });
    }

    @Override
    public void forget(UUID webhookId, String fingerprint) {
        jdbc.sql("DELETE FROM webhook_alert WHERE webhook_id = :webhook AND fingerprint = :fingerprint")
                .param("webhook", webhookId)
                .param("fingerprint", fingerprint)
                .update();
    }

    @Override
    public int forgetExpired(Instant now) {
        return jdbc.sql(
                        """
                        DELETE FROM webhook_alert WHERE (webhook_id, fingerprint) IN (
                            SELECT webhook_id, fingerprint FROM webhook_alert WHERE expires_at < :now LIMIT :part)
                        """)
                .param("now", TimeColumns.of(now))
                .param("part", PART)
                .update();
    }

    /** Adds the alert, or takes the place of the same one when that is long ago. Waits for another that is doing so. */
    private boolean isFirst(UUID webhookId, String fingerprint, Seen alert, Instant expiresAt) {
        return jdbc.sql(
                                """
                        INSERT INTO webhook_alert
                            (webhook_id, fingerprint, alert_id, decision_id, exit_decision_id, received_at,
                             expires_at)
                        VALUES
                            (:webhook, :fingerprint, :alert, :decision, :exitDecision, :receivedAt, :expiresAt)
                        ON CONFLICT (webhook_id, fingerprint) DO UPDATE SET
                            alert_id = excluded.alert_id, decision_id = excluded.decision_id,
                            exit_decision_id = excluded.exit_decision_id,
                            received_at = excluded.received_at, expires_at = excluded.expires_at
                        WHERE webhook_alert.expires_at <= excluded.received_at
                        """)
                        .param("webhook", webhookId)
                        .param("fingerprint", fingerprint)
                        .param("alert", alert.alertId())
                        .param("decision", alert.decisionId())
                        .param("exitDecision", alert.exitDecisionId())
                        .param("receivedAt", TimeColumns.of(alert.receivedAt()))
                        .param("expiresAt", TimeColumns.of(expiresAt))
                        .update()
                == 1;
    }

    private Optional<Seen> seen(UUID webhookId, String fingerprint) {
        return jdbc.sql(
                        """
                        SELECT alert_id, decision_id, exit_decision_id, received_at FROM webhook_alert
                        WHERE webhook_id = :webhook AND fingerprint = :fingerprint
                        """)
                .param("webhook", webhookId)
                .param("fingerprint", fingerprint)
                .query((row, _) -> new Seen(
                        row.getObject("alert_id", UUID.class),
                        row.getObject("decision_id", UUID.class),
                        row.getObject("exit_decision_id", UUID.class),
                        instant(row, "received_at")))
                .optional();
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        BigDecimal maxLots = row.getBigDecimal("max_lots");
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("strategy"),
                row.getString("account_id"),
                row.getBigDecimal("risk_percent"),
                row.getBoolean("auto_execute"),
                WebhookMode.valueOf(row.getString("mode")),
                maxLots == null ? null : new Lots(maxLots),
                row.getString("created_by"),
                instant(row, "created_at"),
                instantOrNull(row, "last_alert_at"));
    }
}
