package dev.tradesuite.orchestrator.webhook.store;

import dev.tradesuite.orchestrator.webhook.Webhook;
import dev.tradesuite.orchestrator.webhook.WebhookToken;
import dev.tradesuite.orchestrator.webhook.Webhooks;
import dev.tradesuite.support.store.UnitOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code webhook} and {@code webhook_alert}. */
@Component
final class JdbcWebhooks implements Webhooks {

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
                            (id, token_hash, strategy, account_id, risk_percent, auto_execute, created_by, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(webhook.id())
                .param(tokenHash)
                .param(webhook.strategy())
                .param(webhook.accountId())
                .param(webhook.riskPercent())
                .param(webhook.autoExecute())
                .param(webhook.createdBy())
                .param(Timestamp.from(webhook.createdAt()))
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
        return jdbc.sql("SELECT * FROM webhook WHERE token_hash = ?")
                .param(token.hash())
                .query(JdbcWebhooks::webhook)
                .optional();
    }

    @Override
    public boolean remove(UUID id) {
        return jdbc.sql("DELETE FROM webhook WHERE id = ?").param(id).update() == 1;
    }

    @Override
    public Optional<Seen> note(UUID webhookId, String fingerprint, Seen alert, Instant expiresAt) {
        return work.relaxed(() -> {
            if (isFirst(webhookId, fingerprint, alert, expiresAt)) {
                jdbc.sql("UPDATE webhook SET last_alert_at = ? WHERE id = ?")
                        .params(Timestamp.from(alert.receivedAt()), webhookId)
                        .update();
                return Optional.empty();
            }
            return seen(webhookId, fingerprint);
        });
    }

    @Override
    public void forget(UUID webhookId, String fingerprint) {
        jdbc.sql("DELETE FROM webhook_alert WHERE webhook_id = ? AND fingerprint = ?")
                .params(webhookId, fingerprint)
                .update();
    }

    @Override
    public int forgetExpired(Instant now) {
        return jdbc.sql("DELETE FROM webhook_alert WHERE expires_at < ?")
                .param(Timestamp.from(now))
                .update();
    }

    /** Adds the alert, or takes the place of the same one when that is long ago. Waits for another that is doing so. */
    private boolean isFirst(UUID webhookId, String fingerprint, Seen alert, Instant expiresAt) {
        return jdbc.sql(
                                """
                        INSERT INTO webhook_alert
                            (webhook_id, fingerprint, alert_id, decision_id, received_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (webhook_id, fingerprint) DO UPDATE SET
                            alert_id = excluded.alert_id, decision_id = excluded.decision_id,
                            received_at = excluded.received_at, expires_at = excluded.expires_at
                        WHERE webhook_alert.expires_at <= excluded.received_at
                        """)
                        .params(
                                webhookId,
                                fingerprint,
                                alert.alertId(),
                                alert.decisionId(),
                                Timestamp.from(alert.receivedAt()),
                                Timestamp.from(expiresAt))
                        .update()
                == 1;
    }

    private Optional<Seen> seen(UUID webhookId, String fingerprint) {
        return jdbc.sql(
                        """
                        SELECT alert_id, decision_id, received_at FROM webhook_alert
                        WHERE webhook_id = ? AND fingerprint = ?
                        """)
                .params(webhookId, fingerprint)
                .query((row, _) -> new Seen(
                        row.getObject("alert_id", UUID.class),
                        row.getObject("decision_id", UUID.class),
                        row.getTimestamp("received_at").toInstant()))
                .optional();
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        Timestamp lastAlertAt = row.getTimestamp("last_alert_at");
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("strategy"),
                row.getString("account_id"),
                row.getBigDecimal("risk_percent"),
                row.getBoolean("auto_execute"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                lastAlertAt == null ? null : lastAlertAt.toInstant());
    }
}
